-- Of the subjects of the dirty visitors those that did something else than before run {from}, or whose visits moved; with 0 all.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'changed', workspace, subject
FROM spectacle.trails
WHERE version >= {from:UInt64}
  AND (workspace, subject) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject')
