-- Whoever reported the same transaction as one who changed may have lost it to him, or won it. Of those who did not change only the
-- first of each transaction can have: the others had lost it before. If an earlier run was cut off, it is not known who did not.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
WITH changed AS (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'changed')
SELECT {batch:UInt64}, 'changed', workspace, argMin(subject, (timestamp, message_id))
FROM spectacle.payments FINAL
WHERE (workspace, transaction) IN
      (
          SELECT workspace, arrayJoin(payments.transaction)
          FROM spectacle.trails
          WHERE version >= {from:UInt64} AND (workspace, subject) IN changed AND notEmpty(payments)
      )
  AND (workspace, subject) NOT IN changed
GROUP BY workspace, transaction, if({from:UInt64} = {batch:UInt64}, '', subject)
