-- Of the groups of a part those persons who paid what no rate converts.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'person', workspace, person_id
FROM spectacle.contributions
WHERE workspace = {workspace:String} AND group_id IN (SELECT other FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'stay')
  AND person_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'unconverted')
