-- What arrived lately, through whichever collector.
SELECT workspace, visitor, message_id AS messageId, toUnixTimestamp64Milli(received_at) AS receivedAt
FROM spectacle.arrivals
WHERE received_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
