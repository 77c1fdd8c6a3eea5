-- One row for each dirty person from the trails of all its subjects; an empty row for a person whose subjects moved on.
INSERT INTO spectacle.people
    (workspace, person_id, user_id, emails, anonymous_ids, traits, group_id, groups, memberships, events, visits, revenue,
     first_seen, last_seen, first_touch, version)
WITH
    wanted AS (SELECT DISTINCT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person'),
    candidates AS (SELECT DISTINCT workspace, subject FROM spectacle.identities_by_person WHERE (workspace, person_id) IN wanted),
    subjects AS
    (
        SELECT workspace, subject, person_id
        FROM spectacle.identities FINAL
        WHERE (workspace, subject) IN candidates AND (workspace, person_id) IN wanted
    ),
    trails AS
    (
        SELECT subjects.person_id AS person_id, t.*
        FROM (SELECT * FROM spectacle.trails FINAL WHERE (workspace, subject) IN (SELECT workspace, subject FROM subjects)) AS t
        INNER JOIN subjects ON subjects.workspace = t.workspace AND subjects.subject = t.subject
    ),
    ids AS
    (
        SELECT workspace, person_id,
               arraySort(groupArrayIf(substring(subject, 7), startsWith(subject, 'email:'))) AS emails,
               arraySort(groupArrayIf(substring(subject, 6), startsWith(subject, 'anon:'))) AS anonymous_ids
        FROM subjects
        GROUP BY workspace, person_id
    ),
    sums AS
    (
        SELECT workspace, person_id,
               sum(events) AS events,
               sum(length(visits)) AS visits,
               min(first_seen) AS first_seen,
               max(last_seen) AS last_seen,
               maxMap(traits) AS traits,
               arraySort(groupArrayArray(assertions)) AS assertions,
               groupUniqArray(acting) AS acting_groups,
               arrayMin(groupArrayArray(visits)) AS first_visit
        FROM trails
        GROUP BY workspace, person_id
    ),
    money AS
    (
        SELECT workspace, person_id, sum(payment.revenue) AS revenue
        FROM trails
        ARRAY JOIN payments AS payment
        WHERE (workspace, payment.transaction, payment.message_id) IN
        (
            SELECT workspace, transaction, argMin(message_id, (timestamp, message_id))
            FROM spectacle.payments FINAL
            WHERE (workspace, transaction) IN (SELECT workspace, arrayJoin(payments.transaction) FROM trails)
            GROUP BY workspace, transaction
        )
        GROUP BY workspace, person_id
    )
SELECT wanted.workspace,
       wanted.key,
       if(startsWith(wanted.key, 'user:'), substring(wanted.key, 6), ''),
       ids.emails,
       ids.anonymous_ids,
       mapApply((key, value) -> (key, value.3), mapFilter((key, value) -> value.3 != 'null', sums.traits)),
       arrayElement(sums.assertions, -1).3,
       arraySort(arrayFilter(id -> id != '', arrayDistinct(arrayConcat(arrayMap(a -> a.3, sums.assertions), sums.acting_groups)))),
       -- Consecutive assertions of one group are one period; it ends where the next begins.
       arrayMap((start, after) -> (start.3, start.1, if(after.3 = '', NULL, after.1), start.2),
           arrayFilter((a, before) -> a.3 != before.3, sums.assertions,
               arrayPopBack(arrayPushFront(sums.assertions, (toDateTime64(0, 3, 'UTC'), '', '')))) AS starts,
           arrayPopFront(arrayPushBack(starts, (toDateTime64(0, 3, 'UTC'), '', '')))),
       sums.events,
       sums.visits,
       money.revenue,
       if(sums.events = 0, NULL, sums.first_seen),
       if(sums.events = 0, NULL, sums.last_seen),
       (sums.first_visit.1, sums.first_visit.3, sums.first_visit.4, sums.first_visit.5, sums.first_visit.6),
       {batch:UInt64}
FROM wanted
LEFT JOIN ids ON ids.workspace = wanted.workspace AND ids.person_id = wanted.key
LEFT JOIN sums ON sums.workspace = wanted.workspace AND sums.person_id = wanted.key
LEFT JOIN money ON money.workspace = wanted.workspace AND money.person_id = wanted.key
