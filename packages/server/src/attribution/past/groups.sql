-- Whatever somebody was in or acted for by then, and what there is to read of it.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT 'group again', group_id, sum(visits)
FROM spectacle.contributions
WHERE workspace = {workspace:String} AND group_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'group')
GROUP BY group_id;
