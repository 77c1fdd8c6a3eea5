-- Where a page of the export ends. Without FINAL, which would look through everything behind it: copies of an event that
-- were not merged yet make the page shorter, and nothing worse.
SELECT visitor, client_time AS clientTime, message_id AS messageId
FROM spectacle.events
WHERE workspace = {workspace:String} AND visitor >= {afterVisitor:String}
  AND (visitor, client_time, message_id) > ({afterVisitor:String}, {afterTime:DateTime64(3, 'UTC')}, {afterId:String})
ORDER BY visitor, client_time, message_id
LIMIT 1 OFFSET {offset:UInt32}
