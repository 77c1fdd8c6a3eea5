-- What the dirty persons paid. Of several reports of one transaction the first by (event time, messageId) counts, whoever sent it.
INSERT INTO spectacle.money (batch, workspace, person_id, acting, revenue, customer, payments)
SELECT {batch:UInt64}, workspace, person_id, acting, sum(payment.revenue), minOrNullIf(payment.timestamp, payment.revenue > 0), groupArray(payment)
FROM (SELECT * FROM spectacle.shares WHERE batch = {batch:UInt64} AND notEmpty(payments))
ARRAY JOIN payments AS payment
WHERE (workspace, payment.transaction, payment.message_id) IN
(
    SELECT workspace, transaction, argMin(message_id, (timestamp, message_id))
    FROM spectacle.payments FINAL
    WHERE (workspace, transaction) IN
          (SELECT workspace, arrayJoin(payments.transaction) FROM spectacle.shares WHERE batch = {batch:UInt64} AND notEmpty(payments))
    GROUP BY workspace, transaction
)
GROUP BY workspace, person_id, acting
