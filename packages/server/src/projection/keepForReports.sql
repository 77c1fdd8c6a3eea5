-- What reports read of these persons and groups is derived by a later run, for many runs at once.
INSERT INTO spectacle.dirty (batch, kind, workspace, key, other)
SELECT DISTINCT {kept:UInt64}, kind, workspace, key, other
FROM spectacle.dirty
WHERE batch = {batch:UInt64} AND kind IN ('person', 'stay')
  AND (kind, workspace, key, other) NOT IN (SELECT kind, workspace, key, other FROM spectacle.dirty WHERE batch = {kept:UInt64})
