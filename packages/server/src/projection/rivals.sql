-- Whoever reported a transaction that a message in conflict also names may now win it.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'changed', workspace, subject
FROM spectacle.payments
WHERE (workspace, transaction) IN
      (SELECT workspace, transaction FROM spectacle.payments WHERE workspace = {workspace:String} AND message_id IN {messageIds:Array(String)})
