-- The tokens of a workspace that open it. The token itself is nowhere.
SELECT substring(token_hash, 1, 12) AS id, role, name, created_at AS createdAt
FROM spectacle.tokens FINAL
WHERE workspace = {workspace:String} AND revoked = 0
ORDER BY createdAt, id
