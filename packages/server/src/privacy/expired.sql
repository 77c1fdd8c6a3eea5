-- Some of the persons with events from before a moment. Of copies of one message the one that counts tells the time.
SELECT DISTINCT person_id AS personId
FROM spectacle.identities FINAL
WHERE workspace = {workspace:String}
  AND subject IN (SELECT subject FROM spectacle.events FINAL WHERE workspace = {workspace:String} AND timestamp < {before:DateTime64(3, 'UTC')})
ORDER BY personId
LIMIT {atOnce:UInt32}
