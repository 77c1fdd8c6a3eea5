SELECT substring(session_hash, 1, 12) AS id, agent, created_at AS createdAt, seen_at AS seenAt
FROM spectacle.sessions FINAL
WHERE email = {email:String} AND token_hash = {token:String} AND ended = 0
ORDER BY seenAt DESC, id
