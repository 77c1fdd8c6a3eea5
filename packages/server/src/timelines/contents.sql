SELECT message_id AS messageId, type, event, timestamp, subject,
       user_id AS userId, anonymous_id AS anonymousId, if(group_id != '', group_id, acting_group) AS groupId,
       properties, traits,
       page_title AS title, page_url AS url, page_path AS path, page_referrer AS referrer,
       revenue, currency, user_id = '' AND email = '' AS anonymous, warnings
FROM spectacle.events
WHERE workspace = {workspace:String}
  AND (visitor, client_time, message_id) IN {places:Array(Tuple(String, DateTime64(3, 'UTC'), String))}
ORDER BY version DESC
LIMIT 1 BY visitor, client_time, message_id
