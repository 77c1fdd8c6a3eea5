DELETE FROM spectacle.exchange WHERE workspace = {workspace:String}
