SELECT count() AS tokens
FROM spectacle.tokens FINAL
WHERE workspace = {workspace:String} AND revoked = 0
