SELECT sender, taken, at, message FROM spectacle.webhook_receipts FINAL WHERE workspace = {workspace:String}
