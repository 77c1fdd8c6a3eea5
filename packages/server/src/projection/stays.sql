-- The groups that a dirty person was in or acted for, now or before.
INSERT INTO spectacle.dirty (batch, kind, workspace, key, other)
SELECT {batch:UInt64}, 'stay', workspace, person_id, arrayJoin(groups)
FROM spectacle.people FINAL
WHERE (workspace, person_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person')
