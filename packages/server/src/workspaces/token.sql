SELECT workspace, role
FROM spectacle.tokens FINAL
WHERE token_hash = {hash:String} AND revoked = 0
