-- The visitor with whom a page ends that begins after another one; no row if the rest is one page.
SELECT visitor
FROM spectacle.events
WHERE workspace = {workspace:String} AND visitor > {after:String}
ORDER BY visitor
LIMIT 1 OFFSET {rows:UInt32}
