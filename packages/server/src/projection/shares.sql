-- The trails of the dirty persons' subjects, put together by person and acting group.
INSERT INTO spectacle.shares
    (batch, workspace, person_id, acting, events, visits, first_seen, last_seen, lead, lead_id, identified, assertions, traits, payments,
     first_visit, all_visits, days)
SELECT {batch:UInt64},
       trail.workspace,
       owned.person_id,
       trail.acting,
       sum(trail.events),
       sum(length(trail.visits)),
       min(trail.first_seen),
       max(trail.last_seen),
       min(trail.lead),
       argMinIf(trail.lead_id, (trail.lead, trail.lead_id), isNotNull(trail.lead)),
       min(trail.identified),
       groupArrayArray(trail.assertions),
       maxMap(trail.traits),
       groupArrayArray(trail.payments),
       minIf(tuple(trail.visits[1].1, trail.visits[1].2, trail.visits[1].3, trail.visits[1].4, trail.visits[1].5, trail.visits[1].6), notEmpty(trail.visits)),
       groupArrayArray(trail.visits),
       sumMap(trail.days)
FROM
(
    SELECT * FROM spectacle.trails FINAL
    WHERE (workspace, subject) IN (SELECT workspace, subject FROM spectacle.owned WHERE batch = {batch:UInt64})
) AS trail
INNER JOIN (SELECT workspace, person_id, subject FROM spectacle.owned WHERE batch = {batch:UInt64}) AS owned
    ON owned.workspace = trail.workspace AND owned.subject = trail.subject
GROUP BY trail.workspace, owned.person_id, trail.acting
