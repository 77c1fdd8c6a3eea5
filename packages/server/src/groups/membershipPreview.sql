-- What each group would be in either membership mode, of the groups that this changes. Only people who were in several groups count
-- otherwise (stints.sql has the rule), so only their events are read; what all others add is the same in both.
-- GLOBAL is said here because a cluster makes no union global by itself.
WITH
    movers AS
    (
        SELECT person_id, group_id, memberships
        FROM spectacle.people FINAL
        WHERE workspace = {workspace:String} AND length(memberships) > 1
    ),
    subjects AS
    (
        SELECT subject, person_id
        FROM spectacle.identities FINAL
        WHERE workspace = {workspace:String} AND person_id GLOBAL IN (SELECT person_id FROM movers)
          AND subject GLOBAL IN (SELECT subject FROM spectacle.identities_by_person WHERE workspace = {workspace:String} AND person_id GLOBAL IN (SELECT person_id FROM movers))
    ),
    known AS
    (
        SELECT person_id, visits.message_id AS visit_ids, payments.message_id AS payment_ids, payments.revenue AS revenues
        FROM spectacle.person_visits FINAL
        WHERE workspace = {workspace:String} AND person_id GLOBAL IN (SELECT person_id FROM movers)
    ),
    began AS (SELECT DISTINCT person_id, arrayJoin(visit_ids) AS message_id, 1 AS begins FROM known),
    paid AS (SELECT person_id, payment.1 AS message_id, any(payment.2) AS amount FROM known ARRAY JOIN arrayZip(payment_ids, revenues) AS payment GROUP BY person_id, message_id),
    did AS
    (
        SELECT subjects.person_id AS person_id, e.message_id AS message_id, e.timestamp AS time,
               arrayFilter(p -> (p.since, p.message_id) <= (e.timestamp, e.message_id), movers.memberships) AS begun,
               if(e.acting_group != '', e.acting_group, movers.group_id) AS now_for,
               if(e.acting_group != '', e.acting_group, if(empty(begun), movers.memberships[1].group_id, begun[-1].group_id)) AS then_for,
               if(empty({cutoffEvents:Array(String)}), e.type = 'identify', e.type = 'track' AND has({cutoffEvents:Array(String)}, e.event)) AS cuts_off,
               began.begins AS begins, paid.amount AS amount
        FROM
        (
            SELECT subject, message_id, type, event, timestamp, acting_group
            FROM spectacle.events FINAL
            WHERE workspace = {workspace:String} AND subject GLOBAL IN (SELECT subject FROM subjects)
              AND visitor GLOBAL IN (SELECT visitor FROM spectacle.trails WHERE workspace = {workspace:String} AND subject GLOBAL IN (SELECT subject FROM subjects))
        ) AS e
        INNER JOIN subjects ON subjects.subject = e.subject
        INNER JOIN movers ON movers.person_id = subjects.person_id
        LEFT JOIN began ON began.person_id = subjects.person_id AND began.message_id = e.message_id
        LEFT JOIN paid ON paid.person_id = subjects.person_id AND paid.message_id = e.message_id
    ),
    parts AS
    (
        SELECT counts.1 AS group_id,
               counts.2 AS mode,
               count() AS events,
               sum(begins) AS visits,
               sum(amount) AS revenue,
               minOrNull(time) AS first_seen,
               maxOrNull(time) AS last_seen,
               minOrNullIf(time, cuts_off) AS lead,
               minOrNullIf(time, amount > 0) AS customer
        FROM did
        ARRAY JOIN [(now_for, 'current'), (then_for, 'history')] AS counts
        GROUP BY group_id, mode
        UNION ALL
        SELECT group_id, mode, sum(events), sum(visits), sum(revenue), min(first_seen), max(last_seen), min(lead), min(customer)
        FROM
        (
            SELECT * FROM spectacle.contributions FINAL
            WHERE workspace = {workspace:String} AND person_id GLOBAL NOT IN (SELECT person_id FROM movers)
              AND group_id GLOBAL IN (SELECT arrayJoin(groups) FROM spectacle.people FINAL WHERE workspace = {workspace:String} AND length(memberships) > 1)
        )
        ARRAY JOIN ['current', 'history'] AS mode
        GROUP BY group_id, mode
    ),
    sums AS
    (
        SELECT group_id,
               sumIf(events, mode = 'current') AS current_events, sumIf(events, mode = 'history') AS history_events,
               sumIf(visits, mode = 'current') AS current_visits, sumIf(visits, mode = 'history') AS history_visits,
               sumIf(revenue, mode = 'current') AS current_revenue, sumIf(revenue, mode = 'history') AS history_revenue,
               minIf(lead, mode = 'current') AS current_lead, minIf(lead, mode = 'history') AS history_lead,
               minIf(customer, mode = 'current') AS current_customer, minIf(customer, mode = 'history') AS history_customer,
               minIf(first_seen, mode = 'current') AS current_first, minIf(first_seen, mode = 'history') AS history_first,
               maxIf(last_seen, mode = 'current') AS current_last, maxIf(last_seen, mode = 'history') AS history_last
        FROM parts
        WHERE group_id != ''
        GROUP BY group_id
    )
SELECT group_id AS groupId,
       (current_events, current_visits, current_revenue, current_lead, current_customer) AS current,
       (history_events, history_visits, history_revenue, history_lead, history_customer) AS history,
       count() OVER () AS changed
FROM sums
WHERE (current_events, current_visits, current_revenue) != (history_events, history_visits, history_revenue)
   OR (ifNull(toString(current_lead), ''), ifNull(toString(current_customer), ''), ifNull(toString(current_first), ''), ifNull(toString(current_last), ''))
       != (ifNull(toString(history_lead), ''), ifNull(toString(history_customer), ''), ifNull(toString(history_first), ''), ifNull(toString(history_last), ''))
ORDER BY abs(current_revenue - history_revenue) DESC, abs(toInt64(current_visits) - toInt64(history_visits)) DESC,
         abs(toInt64(current_events) - toInt64(history_events)) DESC, groupId
LIMIT {limit:UInt32}
