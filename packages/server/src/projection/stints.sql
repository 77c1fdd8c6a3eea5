-- Only where a workspace counts events for the group of their time (setting "membership": history): what people who were in
-- several groups did in each. Events before the first membership count for the first group (SPEC section 6).
INSERT INTO spectacle.stints
    (batch, workspace, person_id, group_id, events, visits, revenue, first_seen, last_seen, lead, lead_id, identified, customer, paid, first_visit, days)
WITH
    movers AS
    (
        SELECT workspace, person_id, memberships
        FROM spectacle.people FINAL
        WHERE (workspace, person_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person')
          AND workspace IN (SELECT workspace FROM spectacle.workspaces FINAL WHERE JSONExtractString(settings, 'membership') = 'history')
          AND length(memberships) > 1
    ),
    subjects AS
    (
        SELECT workspace, subject, person_id FROM spectacle.owned
        WHERE batch = {batch:UInt64} AND (workspace, person_id) IN (SELECT workspace, person_id FROM movers)
    ),
    trails AS
    (
        SELECT workspace, visitor, visits FROM spectacle.trails FINAL
        WHERE (workspace, subject) IN (SELECT workspace, subject FROM subjects)
    ),
    settings AS
    (
        SELECT workspace, JSONExtract(settings, 'cutoffEvents', 'Array(String)') AS cutoff_events FROM spectacle.workspaces FINAL
    ),
    paid AS
    (
        SELECT workspace, payment.message_id AS message_id, any(payment.revenue) AS amount
        FROM (SELECT workspace, arrayJoin(payments) AS payment FROM spectacle.money
              WHERE batch = {batch:UInt64} AND (workspace, person_id) IN (SELECT workspace, person_id FROM movers))
        GROUP BY workspace, message_id
    ),
    began AS (SELECT DISTINCT workspace, arrayJoin(visits) AS visit, visit.message_id AS message_id FROM trails)
SELECT {batch:UInt64},
       e.workspace,
       subjects.person_id,
       if(e.acting_group != '', e.acting_group,
          if(empty(arrayFilter(p -> (p.since, p.message_id) <= (e.timestamp, e.message_id), movers.memberships) AS begun),
             movers.memberships[1].group_id, begun[-1].group_id)) AS counts_for,
       count(),
       countIf(began.message_id != ''),
       sum(paid.amount),
       min(e.timestamp),
       max(e.timestamp),
       minOrNullIf(e.timestamp, if(empty(settings.cutoff_events), e.type = 'identify', e.type = 'track' AND has(settings.cutoff_events, e.event)) AS cuts_off),
       argMinIf(e.message_id, (e.timestamp, e.message_id), cuts_off),
       minOrNullIf(e.timestamp, e.type = 'identify'),
       minOrNullIf(e.timestamp, paid.amount > 0),
       max(paid.message_id != ''),
       minIf((began.visit.1, began.visit.2, began.visit.3, began.visit.4, began.visit.5, began.visit.6), began.message_id != ''),
       sumMap(CAST(if(e.timestamp >= now() - INTERVAL 32 DAY, [(toDate(e.timestamp), 1)], []), 'Map(Date, UInt32)'))
FROM
(
    SELECT workspace, subject, message_id, type, event, timestamp, acting_group
    FROM spectacle.events FINAL
    WHERE (workspace, visitor) IN (SELECT workspace, visitor FROM trails)
      AND (workspace, subject) IN (SELECT workspace, subject FROM subjects)
) AS e
INNER JOIN subjects ON subjects.workspace = e.workspace AND subjects.subject = e.subject
INNER JOIN movers ON movers.workspace = subjects.workspace AND movers.person_id = subjects.person_id
LEFT JOIN settings ON settings.workspace = e.workspace
LEFT JOIN began ON began.workspace = e.workspace AND began.message_id = e.message_id
LEFT JOIN paid ON paid.workspace = e.workspace AND paid.message_id = e.message_id
GROUP BY e.workspace, subjects.person_id, counts_for
