SELECT email, max(seen_at) AS seenAt
FROM spectacle.sessions
WHERE email IN {emails:Array(String)}
GROUP BY email
