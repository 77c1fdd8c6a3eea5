-- Who acted for a group (context.groupId) without being in it: subjects and who they are.
SELECT subject, if(known.person_id = '', subject, known.person_id) AS personId
FROM (SELECT DISTINCT subject FROM spectacle.trails_by_acting WHERE workspace = {workspace:String} AND acting = {groupId:String}) AS acting
LEFT JOIN (SELECT subject, person_id FROM spectacle.identities FINAL WHERE workspace = {workspace:String}
           AND subject IN (SELECT subject FROM spectacle.trails_by_acting WHERE workspace = {workspace:String} AND acting = {groupId:String})) AS known
    USING (subject)
