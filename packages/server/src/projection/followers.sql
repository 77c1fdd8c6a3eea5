-- Browsers known by an email follow it to its user.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
WITH subjects AS (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject')
SELECT DISTINCT {batch:UInt64}, 'subject', workspace, claimed
FROM spectacle.claims_by_email
WHERE (workspace, claimant) IN subjects AND (workspace, claimed) NOT IN subjects
