SELECT substring(secret_hash, 1, 12) AS id, email, role, invited_by AS invitedBy, expires_at AS expiresAt
FROM spectacle.invitations FINAL
WHERE workspace = {workspace:String} AND over = 0
ORDER BY expiresAt, email
