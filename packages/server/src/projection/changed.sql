-- Of the subjects of the dirty visitors those that did something else than before run {from}, or whose visits moved; with 0 all.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
WITH subjects AS (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject')
SELECT DISTINCT {batch:UInt64}, 'changed', workspace, key FROM subjects WHERE {from:UInt64} = 0
UNION ALL
SELECT DISTINCT {batch:UInt64}, 'changed', workspace, subject
FROM spectacle.trails
WHERE {from:UInt64} > 0 AND version >= {from:UInt64} AND (workspace, subject) IN subjects
  AND (workspace, visitor) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'visitor')
