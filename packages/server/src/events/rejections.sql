SELECT rejection, message_id AS messageId, received_at AS receivedAt, code, message, payload
FROM spectacle.rejections
WHERE workspace = {workspace:String}
  AND ({afterId:String} = '' OR (received_at, rejection) < ({afterTime:DateTime64(3, 'UTC')}, {afterId:String}))
ORDER BY received_at DESC, rejection DESC
LIMIT {limit:UInt32}
