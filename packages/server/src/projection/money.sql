-- What the dirty persons paid, in the currency of the workspace at the rate of the day; without a rate it is no revenue. Of
-- several reports of one transaction the first by (event time, messageId) counts, whoever sent it.
INSERT INTO spectacle.money (batch, workspace, person_id, acting, revenue, customer, payments)
WITH
    reports AS
    (
        SELECT workspace, person_id, acting, payment.timestamp AS at, payment.message_id AS message_id, payment.amount AS amount,
               payment.transaction AS transaction, payment.currency AS currency, toDate32(at) AS day
        FROM (SELECT * FROM spectacle.shares WHERE batch = {batch:UInt64} AND notEmpty(payments))
        ARRAY JOIN payments AS payment
    )
SELECT {batch:UInt64}, workspace, person_id, acting, sum(counted.3), minOrNullIf(counted.1, counted.3 > 0), groupArray(counted)
FROM
(
    SELECT reports.workspace AS workspace, person_id, acting,
           if(reports.currency = '', amount, spectacle_converted(amount, numerator, denominator)) AS worth,
           (at, message_id, ifNull(worth, 0), transaction, amount, reports.currency, if(reports.currency = '', 1, if(isNull(worth), 0, rate))) AS counted
    FROM reports
    LEFT JOIN
    (
        SELECT workspace, currency, day, numerator, denominator, rate
        FROM spectacle.exchange FINAL
        WHERE (workspace, currency, day) IN (SELECT workspace, currency, day FROM reports WHERE currency != '')
    ) AS exchange ON exchange.workspace = reports.workspace AND exchange.currency = reports.currency AND exchange.day = reports.day
    WHERE (reports.workspace, transaction, message_id) IN
    (
        SELECT workspace, transaction, argMin(message_id, (timestamp, message_id))
        FROM spectacle.payments FINAL
        WHERE (workspace, transaction) IN (SELECT workspace, transaction FROM reports)
        GROUP BY workspace, transaction
    )
)
GROUP BY workspace, person_id, acting
