-- Whoever reported the same transaction as an event that is erased may be the first then.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'subject', workspace, subject
FROM spectacle.payments
WHERE workspace = {workspace:String} AND transaction IN
      (
          SELECT transaction
          FROM spectacle.payments
          WHERE workspace = {workspace:String}
            AND message_id IN (SELECT key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'erase')
      )
