-- What a timeline leaves out of some events: their context and receipt.
SELECT message_id AS messageId, received_at AS receivedAt, context
FROM spectacle.events FINAL
WHERE workspace = {workspace:String} AND message_id IN {messageIds:Array(String)}
  AND visitor IN
  (
      SELECT visitor FROM spectacle.trails
      WHERE workspace = {workspace:String}
        AND (subject IN {personIds:Array(String)}
             OR subject IN (SELECT subject FROM spectacle.identities_by_person WHERE workspace = {workspace:String} AND person_id IN {personIds:Array(String)}))
  )
