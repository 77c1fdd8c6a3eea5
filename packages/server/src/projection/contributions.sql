-- What each dirty person adds to each group it was in or acted for: everything to its current group, but events that acted
-- for a group (context.groupId) to that one. A group that the person left gets an empty row.
INSERT INTO spectacle.contributions
    (workspace, group_id, person_id, member, events, visits, revenue, first_seen, last_seen, lead, customer, first_touch, days, version)
WITH
    stays AS (SELECT DISTINCT workspace, key AS person_id, other AS group_id FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'stay'),
    persons AS
    (
        SELECT workspace, person_id, group_id AS current_group
        FROM spectacle.people FINAL
        WHERE (workspace, person_id) IN (SELECT workspace, person_id FROM stays)
    ),
    candidates AS (SELECT DISTINCT workspace, subject FROM spectacle.identities_by_person WHERE (workspace, person_id) IN (SELECT workspace, person_id FROM stays)),
    subjects AS
    (
        SELECT workspace, subject, person_id
        FROM spectacle.identities FINAL
        WHERE (workspace, subject) IN candidates AND (workspace, person_id) IN (SELECT workspace, person_id FROM stays)
    ),
    trails AS
    (
        SELECT t.workspace AS workspace, subjects.person_id AS person_id,
               if(t.acting = '', persons.current_group, t.acting) AS group_id,
               t.events AS events, t.visits AS visits, t.payments AS payments, t.first_seen AS first_seen,
               t.last_seen AS last_seen, t.lead AS lead, t.days AS days
        FROM (SELECT * FROM spectacle.trails FINAL WHERE (workspace, subject) IN (SELECT workspace, subject FROM subjects)) AS t
        INNER JOIN subjects ON subjects.workspace = t.workspace AND subjects.subject = t.subject
        INNER JOIN persons ON persons.workspace = subjects.workspace AND persons.person_id = subjects.person_id
    ),
    sums AS
    (
        SELECT workspace, person_id, group_id,
               sum(events) AS events,
               sum(length(visits)) AS visits,
               min(first_seen) AS first_seen,
               max(last_seen) AS last_seen,
               min(lead) AS lead,
               arrayMin(groupArrayArray(visits)) AS first_visit,
               sumMap(days) AS days
        FROM trails
        GROUP BY workspace, person_id, group_id
    ),
    money AS
    (
        SELECT workspace, person_id, group_id, sum(payment.revenue) AS revenue,
               minOrNullIf(payment.timestamp, payment.revenue > 0) AS customer
        FROM trails
        ARRAY JOIN payments AS payment
        WHERE (workspace, payment.transaction, payment.message_id) IN
        (
            SELECT workspace, transaction, argMin(message_id, (timestamp, message_id))
            FROM spectacle.payments FINAL
            WHERE (workspace, transaction) IN (SELECT workspace, arrayJoin(payments.transaction) FROM trails)
            GROUP BY workspace, transaction
        )
        GROUP BY workspace, person_id, group_id
    )
SELECT stays.workspace,
       stays.group_id,
       stays.person_id,
       persons.current_group = stays.group_id,
       sums.events,
       sums.visits,
       money.revenue,
       if(sums.events = 0, NULL, sums.first_seen),
       if(sums.events = 0, NULL, sums.last_seen),
       if(sums.events = 0, NULL, sums.lead),
       money.customer,
       (sums.first_visit.1, sums.first_visit.2, sums.first_visit.3, sums.first_visit.4, sums.first_visit.5, sums.first_visit.6),
       sums.days,
       {batch:UInt64}
FROM stays
LEFT JOIN persons ON persons.workspace = stays.workspace AND persons.person_id = stays.person_id
LEFT JOIN sums ON sums.workspace = stays.workspace AND sums.person_id = stays.person_id AND sums.group_id = stays.group_id
LEFT JOIN money ON money.workspace = stays.workspace AND money.person_id = stays.person_id AND money.group_id = stays.group_id
