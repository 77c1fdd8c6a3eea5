-- Whoever may have been the person of a dirty subject: itself, those who claim it, and the users of the emails that do.
-- For runs that derive again whatever is known of visitors, told from the claims: identities of an older program do not say whose they were.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
WITH
    claimants AS
    (
        SELECT workspace, claimant
        FROM spectacle.claims
        WHERE (workspace, claimed) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject')
    )
SELECT DISTINCT {batch:UInt64}, 'person', workspace, person_id
FROM spectacle.people
-- GLOBAL is said here because a cluster makes no union global by itself.
WHERE (workspace, person_id) GLOBAL IN
(
    SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject'
    UNION ALL
    SELECT workspace, claimant FROM claimants
    UNION ALL
    SELECT workspace, claimant FROM spectacle.claims
    WHERE startsWith(claimed, 'email:') AND (workspace, claimed) IN (SELECT workspace, claimant FROM claimants WHERE startsWith(claimant, 'email:'))
)
