SELECT DISTINCT workspace, visitor, message_id AS messageId
FROM spectacle.arrivals
WHERE received_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND received_at < fromUnixTimestamp64Milli({until:Int64}, 'UTC')
