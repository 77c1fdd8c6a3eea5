-- What each value of the breakdown earned in each period under one model: credit.sql, apart by the period that it is dated in. What is
-- divided is the running total by the end of each period, so that the periods add up to the report of the whole range.
WITH
    journeys AS
    (
        SELECT cutoff, identified, visits.channel AS channels, visits.timestamp AS times,
               payments.timestamp AS payment_times, payments.revenue AS revenues,
               if({by:String} = 'channel', visits.channel, if({by:String} = 'source', visits.source, if({by:String} = 'medium', visits.medium,
                   if({by:String} = 'campaign', visits.campaign, if({by:String} = 'term', visits.term, if({by:String} = 'content', visits.content,
                   if({by:String} = 'landingPage', visits.landing_page, if({by:String} = 'referrer', visits.referrer,
                   if({by:String} = 'country', visits.country, visits.group_id))))))))) AS keys
        FROM spectacle.journeys FINAL
        WHERE workspace = {workspace:String} AND level = {level:String} AND isNotNull(cutoff) AND notEmpty(visits.timestamp)
    ),
    amounts AS
    (
        SELECT keys, times, weights, amount.1 AS amount, amount.2 AS of_leads, amount.3 AS of_customers, amount.4 AS of_revenue, amount.5 AS dated
        FROM
        (
            SELECT keys, times, spectacle_weights({model:String}, channels, times, identified, {effects:Map(String, UInt64)}) AS weights,
                   arrayFirst((t, r) -> r > 0, payment_times, revenues) AS first_payment,
                   arrayExists(r -> r > 0, revenues) AS pays,
                   arrayMap(t -> spectacle_period({period:String}, t, {timeZone:String}), payment_times) AS paid_in,
                   arrayDistinct(arrayFilter((p, t) -> t >= {from:DateTime64(3, 'UTC')} AND t < {to:DateTime64(3, 'UTC')}, paid_in, payment_times)) AS periods,
                   if({dating:String} = 'cohort',
                       [(toInt64(232792560), toInt8(1), toInt8(pays), toInt8(0), toInt32(0)), (arraySum(revenues), 0, 0, 1, 0)],
                       arrayConcat(
                           [(toInt64(232792560), toInt8(cutoff >= {from:DateTime64(3, 'UTC')} AND cutoff < {to:DateTime64(3, 'UTC')}), toInt8(0), toInt8(0),
                               toInt32(spectacle_period({period:String}, assumeNotNull(cutoff), {timeZone:String}))),
                            (232792560, 0, pays AND first_payment >= {from:DateTime64(3, 'UTC')} AND first_payment < {to:DateTime64(3, 'UTC')}, 0,
                               spectacle_period({period:String}, first_payment, {timeZone:String}))],
                           arrayMap(p -> (arraySum((r, t, q) -> if(t < {to:DateTime64(3, 'UTC')} AND q <= p, r, 0), revenues, payment_times, paid_in),
                               toInt8(0), toInt8(0), toInt8(1), p), periods),
                           arrayMap(p -> (arraySum((r, t, q) -> if(t < {from:DateTime64(3, 'UTC')} OR q < p, r, 0), revenues, payment_times, paid_in),
                               toInt8(0), toInt8(0), toInt8(-1), p), periods))) AS all_amounts
            FROM journeys
        )
        ARRAY JOIN arrayFilter(a -> a.1 != 0 AND (a.2, a.3, a.4) != (0, 0, 0), all_amounts) AS amount
    ),
    earned AS
    (
        SELECT visit_key, if({dating:String} = 'cohort', spectacle_period({period:String}, time, {timeZone:String}), dated) AS start,
               sum(part * of_leads) AS leads, sum(part * of_customers) AS customers, sum(part * of_revenue) AS revenue
        FROM amounts
        ARRAY JOIN keys AS visit_key, times AS time, spectacle_divide(amount, weights) AS part
        WHERE {dating:String} != 'cohort' OR (time >= {from:DateTime64(3, 'UTC')} AND time < {to:DateTime64(3, 'UTC')})
        GROUP BY visit_key, start
    )
SELECT if({by:String} = 'trait', spectacle_plain(value), visit_key) AS key, toString(toDate32(start)) AS period,
       sum(leads) AS leads, sum(customers) AS customers, sum(revenue) AS revenue
FROM earned
LEFT JOIN
(
    SELECT group_id, if(traits[{trait:String}] != '', traits[{trait:String}], special[{trait:String}]) AS value
    FROM spectacle.groups FINAL
    WHERE {by:String} = 'trait' AND workspace = {workspace:String}
) AS companies ON companies.group_id = earned.visit_key
GROUP BY key, period
