SELECT count() AS rows, toUnixTimestamp64Milli(max(received_at)) AS until
FROM
(
    SELECT received_at
    FROM spectacle.arrivals
    WHERE received_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
    ORDER BY received_at
    LIMIT {limit:UInt32}
)
