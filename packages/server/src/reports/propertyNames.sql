-- The properties that events have, the most frequent first, of a sample: events lie in order of their visitors, those of browsers
-- (anon:…) before those of servers (user:…, email:…), and so some of both.
SELECT property
FROM
(
    SELECT properties FROM spectacle.events FINAL WHERE workspace = {workspace:String} AND visitor < 'anon;' AND type IN ('page', 'track') LIMIT {sample:UInt32}
    UNION ALL
    SELECT properties FROM spectacle.events FINAL WHERE workspace = {workspace:String} AND visitor >= 'anon;' AND type IN ('page', 'track') LIMIT {sample:UInt32}
)
ARRAY JOIN JSONExtractKeys(properties) AS property
GROUP BY property
ORDER BY count() DESC, property
LIMIT {limit:UInt32}
