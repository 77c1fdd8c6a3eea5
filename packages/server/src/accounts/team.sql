SELECT email, role, created_at AS since
FROM spectacle.seats FINAL
WHERE workspace = {workspace:String} AND role != ''
ORDER BY since, email
