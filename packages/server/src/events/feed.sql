-- The newest arrivals, newest first, each with its event. Retries and copies that do not count arrive too: `counts` tells
-- the arrival that the event itself remembers, so that an event shows once.
WITH latest AS
(
    SELECT visitor, client_time, message_id, received_at
    FROM spectacle.arrivals
    WHERE workspace = {workspace:String} AND message_id != ''
      AND ({afterId:String} = '' OR (received_at, message_id) < ({afterTime:DateTime64(3, 'UTC')}, {afterId:String}))
    ORDER BY received_at DESC, message_id DESC
    LIMIT {limit:UInt32}
)
SELECT latest.message_id AS messageId, latest.received_at AS receivedAt,
       e.received_at = latest.received_at AND e.message_id != '' AS counts,
       type, event, timestamp, user_id AS userId, anonymous_id AS anonymousId,
       group_id AS groupId, if(known.person_id = '', e.subject, known.person_id) AS personId,
       page_title AS title, page_url AS url, page_path AS path, properties, traits, warnings
FROM latest
LEFT JOIN
(
    SELECT *
    FROM spectacle.events FINAL
    WHERE workspace = {workspace:String} AND (visitor, client_time, message_id) IN (SELECT visitor, client_time, message_id FROM latest)
) AS e ON e.visitor = latest.visitor AND e.client_time = latest.client_time AND e.message_id = latest.message_id
LEFT JOIN
(
    SELECT subject, person_id FROM spectacle.identities FINAL WHERE workspace = {workspace:String}
      AND subject IN (SELECT subject FROM spectacle.events WHERE workspace = {workspace:String}
                        AND (visitor, client_time, message_id) IN (SELECT visitor, client_time, message_id FROM latest))
) AS known ON known.subject = e.subject
ORDER BY receivedAt DESC, messageId DESC
