-- Whose journeys the row of a report is made of, and what each adds to it: the credit of its visits of that row, as in credit.sql. Those
-- that add most first, from a cursor on; with the sums of all of them.
WITH
    journeys AS
    (
        SELECT id, cutoff, identified, visits.channel AS channels, visits.timestamp AS times,
               payments.timestamp AS payment_times, payments.revenue AS revenues,
               if({by:String} = 'channel', visits.channel, if({by:String} = 'source', visits.source, if({by:String} = 'medium', visits.medium,
                   if({by:String} = 'campaign', visits.campaign, if({by:String} = 'term', visits.term, if({by:String} = 'content', visits.content,
                   if({by:String} = 'landingPage', visits.landing_page, if({by:String} = 'referrer', visits.referrer,
                   if({by:String} = 'country', visits.country, visits.group_id))))))))) AS keys
        FROM spectacle.journeys FINAL
        WHERE workspace = {workspace:String} AND level = {level:String} AND isNotNull(cutoff) AND notEmpty(visits.timestamp)
          AND ({by:String} = 'trait' OR hasAny(keys, {keys:Array(String)}))
    ),
    amounts AS
    (
        SELECT id, keys, times, weights, amount.1 AS amount, amount.2 AS of_leads, amount.3 AS of_customers, amount.4 AS of_revenue
        FROM
        (
            SELECT id, keys, times, spectacle_weights({model:String}, channels, times, identified, {effects:Map(String, UInt64)}) AS weights,
                   {dating:String} = 'cohort' OR (cutoff >= {from:DateTime64(3, 'UTC')} AND cutoff < {to:DateTime64(3, 'UTC')}) AS counts,
                   arrayFirst((t, r) -> r > 0, payment_times, revenues) AS first_payment,
                   arrayExists(r -> r > 0, revenues) AND ({dating:String} = 'cohort'
                       OR (first_payment >= {from:DateTime64(3, 'UTC')} AND first_payment < {to:DateTime64(3, 'UTC')})) AS pays,
                   arraySum((r, t) -> if({dating:String} = 'cohort' OR t < {to:DateTime64(3, 'UTC')}, r, 0), revenues, payment_times) AS until,
                   arraySum((r, t) -> if({dating:String} != 'cohort' AND t < {from:DateTime64(3, 'UTC')}, r, 0), revenues, payment_times) AS before,
                   [(toInt64(232792560), toInt8(counts), toInt8(pays), toInt8(0)), (until, 0, 0, 1), (before, 0, 0, -1)] AS all_amounts
            FROM journeys
        )
        ARRAY JOIN arrayFilter(a -> a.1 != 0 AND (a.2, a.3, a.4) != (0, 0, 0), all_amounts) AS amount
    ),
    earned AS
    (
        SELECT id, visit_key, uniqExact(place) AS visits, sum(part * of_leads) AS leads, sum(part * of_customers) AS customers, sum(part * of_revenue) AS revenue
        FROM amounts
        ARRAY JOIN keys AS visit_key, times AS time, arrayEnumerate(times) AS place, spectacle_divide(amount, weights) AS part
        WHERE ({dating:String} != 'cohort' OR (time >= {from:DateTime64(3, 'UTC')} AND time < {to:DateTime64(3, 'UTC')}))
          AND ({by:String} = 'trait' OR has({keys:Array(String)}, visit_key))
        GROUP BY id, visit_key
    ),
    found AS
    (
        SELECT id, sum(visits) AS its_visits, sum(leads) AS its_leads, sum(customers) AS its_customers, sum(revenue) AS its_revenue
        FROM earned
        LEFT JOIN
        (
            SELECT group_id, if(traits[{trait:String}] != '', traits[{trait:String}], special[{trait:String}]) AS value
            FROM spectacle.groups FINAL
            WHERE {by:String} = 'trait' AND workspace = {workspace:String}
        ) AS companies ON companies.group_id = earned.visit_key
        WHERE {by:String} != 'trait' OR has({keys:Array(String)}, spectacle_plain(value))
        GROUP BY id
        HAVING its_leads != 0 OR its_customers != 0 OR its_revenue != 0
    )
SELECT id, its_visits AS visits, its_leads AS leads, its_customers AS customers, its_revenue AS revenue, allJourneys, allLeads, allCustomers, allRevenue
FROM
(
    SELECT *, count() OVER () AS allJourneys, sum(its_leads) OVER () AS allLeads, sum(its_customers) OVER () AS allCustomers,
           sum(its_revenue) OVER () AS allRevenue
    FROM found
)
WHERE {afterId:String} = '' OR (-its_revenue, -its_leads, id) > (-{afterRevenue:Int64}, -{afterLeads:Int64}, {afterId:String})
ORDER BY revenue DESC, leads DESC, id
LIMIT {limit:UInt32}
