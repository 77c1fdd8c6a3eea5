-- Up to when what was received is derived, and whether rows tell what changed since.
SELECT toUnixTimestamp64Milli(max(received_at)) AS receivedAt, argMax(tells, (received_at, tells)) AS tells
FROM spectacle.checkpoints
WHERE name = 'projection'
