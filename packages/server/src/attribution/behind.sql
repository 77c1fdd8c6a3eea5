-- Up to when what was received has been derived, in milliseconds since 1970, and whether all of it by today's rules and settings
-- (journeys/sites.ts, behind.ts). A moment of zero is noted by whoever has caught up.
SELECT toUnixTimestamp64Milli(maxIf(received_at, name = 'projection')) AS derivedUpTo,
       countIf(name != 'projection' AND received_at > toDateTime64(0, 3, 'UTC')) > 0 AS behind
FROM spectacle.checkpoints FINAL
WHERE name IN ('projection', 'visits behind', {note:String})
