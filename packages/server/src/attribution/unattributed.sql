-- What no visit earned, dated when it happened: leads without a visit, and the customers and payments of whoever has no journey.
-- At company level also the payments of people without a company.
SELECT sum(is_lead) AS leads, sum(is_customer) AS customers, sum(paid) AS revenue
FROM
(
    SELECT isNotNull(cutoff) AND cutoff >= {from:DateTime64(3, 'UTC')} AND cutoff < {to:DateTime64(3, 'UTC')} AS is_lead,
           arrayFirst((t, r) -> r > 0, payments.timestamp, payments.revenue) AS first_payment,
           arrayExists(r -> r > 0, payments.revenue) AND first_payment >= {from:DateTime64(3, 'UTC')} AND first_payment < {to:DateTime64(3, 'UTC')} AS is_customer,
           arraySum((r, t) -> if(t >= {from:DateTime64(3, 'UTC')} AND t < {to:DateTime64(3, 'UTC')}, r, 0), payments.revenue, payments.timestamp) AS paid
    FROM spectacle.journeys FINAL
    WHERE workspace = {workspace:String} AND level = {level:String} AND (isNull(cutoff) OR empty(visits.timestamp))
    UNION ALL
    SELECT 0, toDateTime64(0, 3, 'UTC'), 0,
           arraySum((r, t, g) -> if(g = '' AND t >= {from:DateTime64(3, 'UTC')} AND t < {to:DateTime64(3, 'UTC')}, r, 0),
               payments.revenue, payments.timestamp, payments.group_id)
    FROM spectacle.journeys FINAL
    WHERE workspace = {workspace:String} AND level = 'person' AND {level:String} = 'group' AND arrayExists(g -> g = '', payments.group_id)
)
