-- The tokens of a workspace that open it, without the log-ins made with them. The token itself is nowhere.
SELECT substring(token_hash, 1, 12) AS id, role, name, created_at AS createdAt
FROM spectacle.tokens FINAL
WHERE workspace = {workspace:String} AND revoked = 0 AND opened_by = ''
ORDER BY createdAt, id
