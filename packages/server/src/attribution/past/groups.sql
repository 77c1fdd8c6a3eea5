-- Payments that no rate converts count for nothing, so that only a run in which their person is marked looks for them (projection/journeys.sql).
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT 'unconverted', person_id, 1
FROM spectacle.person_visits FINAL
WHERE workspace = {workspace:String} AND has(payments.rate, 0);

INSERT INTO spectacle.concerned (kind, key, weight)
SELECT DISTINCT 'group', group_id, 1
FROM spectacle.contributions
WHERE workspace = {workspace:String} AND person_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'unconverted');

-- Whatever somebody was in or acted for by then, and what there is to read of it.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT 'group again', group_id, sum(visits)
FROM spectacle.contributions
WHERE workspace = {workspace:String} AND group_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'group')
GROUP BY group_id;
