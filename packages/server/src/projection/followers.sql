-- Browsers known by an email follow it to its user; whoever reported the same transaction may have won or lost it.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
WITH subjects AS (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject')
SELECT DISTINCT {batch:UInt64}, 'subject', workspace, claimed
FROM spectacle.claims_by_email
WHERE (workspace, claimant) IN subjects AND (workspace, claimed) NOT IN subjects
UNION ALL
SELECT DISTINCT {batch:UInt64}, 'subject', workspace, subject
FROM spectacle.payments
WHERE (workspace, transaction) IN
      (
          SELECT workspace, arrayJoin(payments.transaction)
          FROM spectacle.trails FINAL
          WHERE (workspace, subject) IN subjects AND notEmpty(payments)
      )
  AND (workspace, subject) NOT IN subjects
