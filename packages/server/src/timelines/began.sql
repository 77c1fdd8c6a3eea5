-- The visits that some events began, of visitors few enough to be read one by one. Without FINAL, which would read those of
-- their neighbours: of the copies of a trail the latest.
SELECT visit.2 AS messageId, tuple(visit.3, visit.4, visit.5, visit.6, visit.7, visit.8, visit.9, visit.10) AS visit
FROM
(
    SELECT visits FROM spectacle.trails
    WHERE workspace = {workspace:String} AND subject IN {subjects:Array(String)} AND visitor IN {visitors:Array(String)}
    ORDER BY version DESC
    LIMIT 1 BY subject, visitor, acting
)
ARRAY JOIN visits AS visit
WHERE visit.2 IN {messageIds:Array(String)}
