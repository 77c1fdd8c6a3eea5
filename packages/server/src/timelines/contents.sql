SELECT message_id AS messageId, type, event, timestamp, subject,
       user_id AS userId, anonymous_id AS anonymousId, if(group_id != '', group_id, acting_group) AS groupId,
       properties, traits,
       page_title AS title, page_url AS url, page_path AS path, page_referrer AS referrer,
       revenue, currency, user_id = '' AND email = '' AS anonymous, warnings
FROM spectacle.events FINAL
WHERE workspace = {workspace:String}
  AND (visitor, toUnixTimestamp64Milli(client_time), message_id) IN {places:Array(Tuple(String, Int64, String))}
  AND visitor IN {visitors:Array(String)}
ORDER BY timestamp DESC, messageId DESC
