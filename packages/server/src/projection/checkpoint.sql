SELECT toUnixTimestamp64Milli(max(received_at)) AS receivedAt FROM spectacle.checkpoints WHERE name = 'projection'
