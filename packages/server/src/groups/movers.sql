-- How many groups there are, and how many people were in more than one.
SELECT count() AS groups,
       (SELECT count() FROM spectacle.people FINAL WHERE workspace = {workspace:String} AND length(memberships) > 1) AS movers
FROM spectacle.groups FINAL
WHERE workspace = {workspace:String} AND (calls > 0 OR events > 0)
