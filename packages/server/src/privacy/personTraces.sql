-- Whom a person consists of, who else named any of that (an address may be claimed by two), and which groups it touched.
SELECT groupUniqArrayArray(groups) AS groups,
       (SELECT groupUniqArray(subject) FROM spectacle.identities FINAL
        WHERE workspace = {workspace:String}
          AND subject IN (SELECT subject FROM spectacle.identities_by_person WHERE workspace = {workspace:String} AND person_id = {personId:String})
          AND person_id = {personId:String}) AS subjects,
       (SELECT groupUniqArray(visitor) FROM spectacle.trails FINAL WHERE workspace = {workspace:String} AND has(subjects, subject)) AS did,
       (SELECT groupUniqArray(visitor) FROM spectacle.claims FINAL
        WHERE workspace = {workspace:String} AND (has(subjects, claimed) OR has(subjects, claimant))) AS said,
       arrayDistinct(arrayConcat(did, said)) AS visitors
FROM spectacle.people FINAL
WHERE workspace = {workspace:String} AND person_id = {personId:String}
