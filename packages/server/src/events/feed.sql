-- The newest accepted events in order of receipt. arrivals also lists retries and copies that do not count: events decides.
WITH latest AS
(
    SELECT visitor, client_time, message_id, received_at
    FROM spectacle.arrivals
    WHERE workspace = {workspace:String}
      AND ({afterId:String} = '' OR (received_at, message_id) < ({afterTime:DateTime64(3, 'UTC')}, {afterId:String}))
    ORDER BY received_at DESC, message_id DESC
    LIMIT {limit:UInt32}
)
SELECT e.message_id AS messageId, type, event, e.received_at AS receivedAt, timestamp, user_id AS userId, anonymous_id AS anonymousId,
       group_id AS groupId, if(known.person_id = '', e.subject, known.person_id) AS personId,
       page_title AS title, page_url AS url, page_path AS path, properties, traits, warnings
FROM
(
    SELECT *
    FROM spectacle.events FINAL
    WHERE workspace = {workspace:String} AND (visitor, client_time, message_id) IN (SELECT visitor, client_time, message_id FROM latest)
) AS e
LEFT JOIN
(
    SELECT subject, person_id FROM spectacle.identities FINAL WHERE workspace = {workspace:String}
      AND subject IN (SELECT subject FROM spectacle.events WHERE workspace = {workspace:String} AND visitor IN (SELECT visitor FROM latest))
) AS known ON known.subject = e.subject
ORDER BY receivedAt DESC, messageId DESC
