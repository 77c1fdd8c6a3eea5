-- The subjects of the dirty persons. identities_by_person proposes, identities decides.
INSERT INTO spectacle.owned (batch, workspace, person_id, subject)
SELECT {batch:UInt64}, workspace, person_id, subject
FROM spectacle.identities FINAL
WHERE (workspace, subject) IN
      (
          SELECT workspace, subject
          FROM spectacle.identities_by_person
          WHERE (workspace, person_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person')
      )
  AND (workspace, person_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person')
