SELECT count() > 0 AS any FROM (SELECT 1 FROM spectacle.events WHERE workspace = {workspace:String} LIMIT 1)
