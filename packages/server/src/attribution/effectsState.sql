-- Another answer whenever a journey was derived or deleted: numbers of runs grow, and rows that merges put together become fewer.
SELECT count() AS journeys, max(version) AS latest
FROM spectacle.journeys
WHERE workspace = {workspace:String} AND level = {level:String}
