-- Of what some persons consist, who else named any of it, and which groups they touched.
WITH
    mine AS
    (
        SELECT subject FROM spectacle.identities FINAL
        WHERE workspace = {workspace:String}
          AND subject IN (SELECT subject FROM spectacle.identities_by_person WHERE workspace = {workspace:String} AND person_id IN {persons:Array(String)})
          AND person_id IN {persons:Array(String)}
    )
SELECT (SELECT groupUniqArray(subject) FROM mine) AS subjects,
       (SELECT groupUniqArray(visitor) FROM spectacle.trails FINAL WHERE workspace = {workspace:String} AND has(subjects, subject)) AS did,
       (SELECT groupUniqArray(visitor) FROM spectacle.claims FINAL
        WHERE workspace = {workspace:String} AND (has(subjects, claimed) OR has(subjects, claimant))) AS said,
       arrayDistinct(arrayConcat(did, said)) AS visitors,
       (SELECT groupArray((person_id, one)) FROM
            (SELECT person_id, arrayJoin(groups) AS one FROM spectacle.people FINAL
             WHERE workspace = {workspace:String} AND person_id IN {persons:Array(String)})) AS stays
