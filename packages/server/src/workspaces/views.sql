SELECT page, name, search FROM spectacle.views FINAL WHERE workspace = {workspace:String} AND removed = 0 ORDER BY page, name
