-- The traits that people have, the most frequent first.
SELECT trait, count() AS people
FROM spectacle.people FINAL
ARRAY JOIN mapKeys(traits) AS trait
WHERE workspace = {workspace:String} AND events > 0
GROUP BY trait
ORDER BY people DESC, trait
LIMIT {limit:UInt32}
