-- What amounts in each currency are in the workspace's, for every day with a rate at most seven days back. Rates are units
-- for one euro, so that two currencies meet in the euro. amount * numerator / denominator is in smallest units of both.
INSERT INTO spectacle.exchange (workspace, currency, day, numerator, denominator, rate, version)
WITH
    days AS
    (
        SELECT currency, addDays(since, arrayJoin(range(toUInt32(if(next > since, least(8, dateDiff('day', since, next)), 8))))) AS day, units
        FROM
        (
            SELECT currency, since, units, leadInFrame(since) OVER (PARTITION BY currency ORDER BY since ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next
            FROM
            (
                SELECT currency, day AS since, argMax(rate, version) AS units
                FROM spectacle.rates
                WHERE workspace = {workspace:String}
                GROUP BY currency, day
                HAVING units != 0
            )
        )
    ),
    euros AS
    (
        SELECT currency, day, units, toUInt128([1, 10, 100, 1000, 10000][1 + transform(currency, {currencies:Array(String)}, {decimals:Array(UInt8)}, 2)]) AS smallest
        FROM
        (
            SELECT currency, day, units FROM days
            UNION ALL
            SELECT DISTINCT 'EUR', day, toUInt128(1000000000000) FROM days
        )
    )
SELECT {workspace:String}, paid.currency, paid.day,
       home.units * home.smallest, paid.units * paid.smallest, toFloat64(home.units) / toFloat64(paid.units), {now:UInt64}
FROM euros AS paid
INNER JOIN (SELECT * FROM euros WHERE currency = {currency:String}) AS home ON home.day = paid.day
WHERE paid.currency != {currency:String}
