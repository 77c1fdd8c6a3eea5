SELECT message_id AS messageId, received_at AS receivedAt, code, message, payload
FROM spectacle.rejections
WHERE workspace = {workspace:String}
  AND ({afterId:String} = '' OR (received_at, message_id) < ({afterTime:DateTime64(3, 'UTC')}, {afterId:String}))
ORDER BY received_at DESC, message_id DESC
LIMIT {limit:UInt32}
