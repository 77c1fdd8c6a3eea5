-- What no visit earned (unattributed.sql), by the period in which it happened.
SELECT toString(toDate32(spectacle_period({period:String}, fact.1, {timeZone:String}))) AS period,
       sum(fact.2) AS leads, sum(fact.3) AS customers, sum(fact.4) AS revenue
FROM
(
    SELECT arrayFirst((t, r) -> r > 0, payments.timestamp, payments.revenue) AS first_payment,
           arrayConcat(
               [(ifNull(cutoff, toDateTime64('1900-01-01 00:00:00', 3, 'UTC')), toInt64(isNotNull(cutoff)), toInt64(0), toInt64(0)),
                (first_payment, toInt64(0), toInt64(arrayExists(r -> r > 0, payments.revenue)), toInt64(0))],
               arrayMap((t, r) -> (t, toInt64(0), toInt64(0), r), payments.timestamp, payments.revenue)) AS facts
    FROM spectacle.journeys FINAL
    WHERE workspace = {workspace:String} AND level = {level:String} AND (isNull(cutoff) OR empty(visits.timestamp))
    UNION ALL
    SELECT toDateTime64(0, 3, 'UTC'),
           arrayMap((t, r, g) -> (t, toInt64(0), toInt64(0), if(g = '', r, 0)), payments.timestamp, payments.revenue, payments.group_id)
    FROM spectacle.journeys FINAL
    WHERE workspace = {workspace:String} AND level = 'person' AND {level:String} = 'group' AND arrayExists(g -> g = '', payments.group_id)
)
ARRAY JOIN facts AS fact
WHERE fact.1 >= {from:DateTime64(3, 'UTC')} AND fact.1 < {to:DateTime64(3, 'UTC')} AND (fact.2, fact.3, fact.4) != (0, 0, 0)
GROUP BY period
