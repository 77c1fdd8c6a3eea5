-- Whose person may be another one because of these visitors: the ids that were derived from their events, and whoever reported a
-- transaction that they report. Asked of what was derived before and of what is derived now.
INSERT INTO spectacle.concerned (kind, key, weight)
WITH visitors AS (SELECT key FROM spectacle.concerned WHERE kind = 'visitor')
SELECT DISTINCT 'subject', subject, 1 FROM spectacle.trails WHERE workspace = {workspace:String} AND visitor IN visitors
UNION ALL
SELECT DISTINCT 'subject', claimed, 1 FROM spectacle.claims WHERE workspace = {workspace:String} AND visitor IN visitors
UNION ALL
SELECT DISTINCT 'subject', subject, 1
FROM spectacle.payments
WHERE workspace = {workspace:String}
  AND transaction IN (SELECT transaction FROM spectacle.payments WHERE workspace = {workspace:String} AND visitor IN visitors);

-- And the groups of which they say something.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT DISTINCT 'group', group_id, 1
FROM spectacle.group_calls
WHERE workspace = {workspace:String} AND visitor IN (SELECT key FROM spectacle.concerned WHERE kind = 'visitor');
