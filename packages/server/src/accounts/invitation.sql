SELECT workspace AS workspaceId, email, role, expires_at AS expiresAt
FROM spectacle.invitations FINAL
WHERE secret_hash = {hash:String} AND over = 0
