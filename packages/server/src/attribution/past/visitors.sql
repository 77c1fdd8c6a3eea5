-- What a past concerns: keys of a kind, and how much there is to read for each.
CREATE TABLE spectacle.concerned (kind LowCardinality(String), key String, weight UInt64) ENGINE = MergeTree ORDER BY (kind, key);

-- Visitors of whom something was received later, and those who may not be derived yet.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT 'visitor', visitor, countIf(received_at <= {asOf:DateTime64(3, 'UTC')})
FROM spectacle.events
WHERE workspace = {workspace:String}
GROUP BY visitor
HAVING {everybody:Bool} OR max(received_at) > {asOf:DateTime64(3, 'UTC')}
UNION ALL
SELECT DISTINCT 'visitor', visitor, 0
FROM spectacle.arrivals
WHERE workspace = {workspace:String} AND received_at >= fromUnixTimestamp64Milli({behindSince:Int64}, 'UTC');
