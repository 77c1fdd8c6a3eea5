-- Who the dirty subjects are now.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'person', workspace, person_id
FROM spectacle.identities FINAL
WHERE (workspace, subject) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject')
