-- The subjects of whoever is or was in a group, or of one person, and whose they are now.
SELECT subject, person_id AS personId
FROM spectacle.identities FINAL
WHERE workspace = {workspace:String}
  AND subject IN
      (
          SELECT subject FROM spectacle.identities_by_person
          WHERE workspace = {workspace:String}
            AND (person_id = {personId:String}
                 OR {groupId:String} != '' AND person_id IN (SELECT person_id FROM spectacle.contributions WHERE workspace = {workspace:String} AND group_id = {groupId:String}))
      )
