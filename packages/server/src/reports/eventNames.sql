-- What was seen, the most frequent first.
SELECT type, name, sum(how_often) AS events, max(last) AS lastSeen
FROM spectacle.deeds_now(workspace = {workspace:String}, level = 'person')
GROUP BY type, name
ORDER BY events DESC, type, name
LIMIT {limit:UInt32}
