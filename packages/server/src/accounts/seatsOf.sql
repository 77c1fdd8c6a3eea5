SELECT workspace AS workspaceId, role
FROM spectacle.seats FINAL
WHERE email = {email:String} AND role != ''
ORDER BY workspaceId
