SELECT sender, argMax(secret, version) AS secret, max(version) AS since
FROM spectacle.webhook_secrets
WHERE workspace = {workspace:String}
GROUP BY sender
HAVING argMax(secret, version) != ''
ORDER BY sender
