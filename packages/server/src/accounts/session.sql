SELECT
    email, token_hash AS tokenHash, workspace AS workspaceId, agent,
    created_at AS createdAt, seen_at AS seenAt
FROM spectacle.sessions FINAL
WHERE session_hash = {hash:String} AND ended = 0
