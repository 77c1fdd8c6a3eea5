-- Who the subjects that changed are, and whose those were that are somebody else's since run {from}.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'person', workspace, arrayJoin(if(version >= {from:UInt64}, arrayPushBack(before, person_id), [person_id]))
FROM spectacle.identities FINAL
WHERE (workspace, subject) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind IN ('subject', 'changed'))
  AND (version >= {from:UInt64} OR (workspace, subject) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'changed'))
