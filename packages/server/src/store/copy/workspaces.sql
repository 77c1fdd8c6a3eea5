SELECT workspace, count() AS rows, toUnixTimestamp64Milli(max(received_at)) AS until
FROM spectacle.events
GROUP BY workspace
ORDER BY workspace
