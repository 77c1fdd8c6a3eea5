-- What each value of the breakdown earned under each model: leads and customers in parts of 1/232792560, money in the smallest unit.
-- Whole amounts are divided by the largest remainder (divide.ts), so that they add up exactly.
WITH
    journeys AS
    (
        SELECT cutoff, identified, visits.channel AS channels, visits.timestamp AS times,
               payments.timestamp AS payment_times, payments.revenue AS revenues,
               -- decided where columns are read, so that a report by channel reads no landing pages
               if({by:String} = 'channel', visits.channel, if({by:String} = 'source', visits.source, if({by:String} = 'medium', visits.medium,
                   if({by:String} = 'campaign', visits.campaign, if({by:String} = 'term', visits.term, if({by:String} = 'content', visits.content,
                   if({by:String} = 'landingPage', visits.landing_page, if({by:String} = 'referrer', visits.referrer,
                   if({by:String} = 'country', visits.country, visits.group_id))))))))) AS keys
        FROM spectacle.journeys FINAL
        WHERE workspace = {workspace:String} AND level = {level:String} AND isNotNull(cutoff) AND notEmpty(visits.timestamp)
    ),
    amounts AS
    (
        SELECT model, keys, times, weights, amount.1 AS amount, amount.2 AS of_leads, amount.3 AS of_customers, amount.4 AS of_revenue
        FROM
        (
            SELECT model, keys, times, spectacle_weights(model, channels, times, identified, {effects:Map(String, UInt64)}) AS weights,
                   {dating:String} = 'cohort' OR (cutoff >= {from:DateTime64(3, 'UTC')} AND cutoff < {to:DateTime64(3, 'UTC')}) AS counts,
                   arrayFirst((t, r) -> r > 0, payment_times, revenues) AS first_payment,
                   arrayExists(r -> r > 0, revenues) AND ({dating:String} = 'cohort'
                       OR (first_payment >= {from:DateTime64(3, 'UTC')} AND first_payment < {to:DateTime64(3, 'UTC')})) AS pays,
                   arraySum((r, t) -> if({dating:String} = 'cohort' OR t < {to:DateTime64(3, 'UTC')}, r, 0), revenues, payment_times) AS until,
                   arraySum((r, t) -> if({dating:String} != 'cohort' AND t < {from:DateTime64(3, 'UTC')}, r, 0), revenues, payment_times) AS before,
                   [(toInt64(232792560), toInt8(counts), toInt8(pays), toInt8(0)), (until, 0, 0, 1), (before, 0, 0, -1)] AS all_amounts
            FROM journeys
            ARRAY JOIN {models:Array(String)} AS model
        )
        ARRAY JOIN arrayFilter(a -> a.1 != 0 AND (a.2, a.3, a.4) != (0, 0, 0), all_amounts) AS amount
    ),
    earned AS
    (
        SELECT model, visit_key, sum(part * of_leads) AS leads, sum(part * of_customers) AS customers, sum(part * of_revenue) AS revenue
        FROM amounts
        ARRAY JOIN keys AS visit_key, times AS time, spectacle_divide(amount, weights) AS part
        WHERE {dating:String} != 'cohort' OR (time >= {from:DateTime64(3, 'UTC')} AND time < {to:DateTime64(3, 'UTC')})
        GROUP BY model, visit_key
    )
SELECT model, if({by:String} = 'trait', spectacle_plain(value), visit_key) AS key, sum(leads) AS leads, sum(customers) AS customers, sum(revenue) AS revenue
FROM earned
LEFT JOIN
(
    SELECT group_id, if(traits[{trait:String}] != '', traits[{trait:String}], special[{trait:String}]) AS value
    FROM spectacle.groups FINAL
    WHERE {by:String} = 'trait' AND workspace = {workspace:String}
) AS companies ON companies.group_id = earned.visit_key
GROUP BY model, key
