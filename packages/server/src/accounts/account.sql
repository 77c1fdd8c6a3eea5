SELECT email, name, password, created_at AS createdAt
FROM spectacle.accounts FINAL
WHERE email = {email:String}
