SELECT email, name
FROM spectacle.accounts FINAL
WHERE email IN {emails:Array(String)}
