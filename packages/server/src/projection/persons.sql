-- Run before and after the identities change: those who lose a subject change as well as those who gain it.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'person', workspace, person_id
FROM spectacle.identities FINAL
WHERE (workspace, subject) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject')
  AND (workspace, person_id) NOT IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person')
