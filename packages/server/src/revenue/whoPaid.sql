-- The ids that the counting report of a payment carries.
SELECT user_id AS userId, anonymous_id AS anonymousId, email, acting_group AS groupId
FROM spectacle.events
WHERE workspace = {workspace:String} AND (visitor, client_time, message_id) IN
      (SELECT visitor, client_time, message_id FROM spectacle.payments WHERE workspace = {workspace:String} AND transaction = concat('+', {payment:String}))
ORDER BY timestamp, message_id, version DESC
LIMIT 1
