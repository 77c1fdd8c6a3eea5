SELECT DISTINCT visitor
FROM spectacle.events
WHERE workspace = {workspace:String} AND visitor > {after:String}
ORDER BY visitor
LIMIT {limit:UInt32}
