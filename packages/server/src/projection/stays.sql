-- Run before and after the people change: the groups that a dirty person was in or acted for.
INSERT INTO spectacle.dirty (batch, kind, workspace, key, other)
SELECT DISTINCT {batch:UInt64}, 'stay', workspace, person_id, arrayJoin(groups) AS group_id
FROM spectacle.people FINAL
WHERE (workspace, person_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person')
  AND (workspace, person_id, group_id) NOT IN (SELECT workspace, key, other FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'stay')
