-- Payments that no rate of the day converts, and that are in no row for it: those that would have earned something in the range.
SELECT payment.1 AS currency, count() AS entries, sum(payment.2) AS amount
FROM
(
    SELECT arrayFilter(p -> p.1 != '' AND p.2 != 0 AND p.3 = 0 AND if({dating:String} = 'cohort' AND isNotNull(cutoff) AND notEmpty(visits.timestamp),
                   arrayExists(t -> t >= {from:DateTime64(3, 'UTC')} AND t < {to:DateTime64(3, 'UTC')}, visits.timestamp),
                   p.4 >= {from:DateTime64(3, 'UTC')} AND p.4 < {to:DateTime64(3, 'UTC')})
               AND (level = {level:String} OR p.5 = ''),
           arrayZip(payments.currency, payments.amount, payments.rate, payments.timestamp, payments.group_id)) AS missing
    FROM spectacle.journeys FINAL
    WHERE workspace = {workspace:String} AND (level = {level:String} OR level = 'person')
)
ARRAY JOIN missing AS payment
GROUP BY currency
ORDER BY currency
