SELECT DISTINCT visitor FROM spectacle.events WHERE workspace = {workspace:String}
