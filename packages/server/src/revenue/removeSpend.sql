DELETE FROM spectacle.spend WHERE workspace = {workspace:String} AND day >= {from:Date32} AND day <= {to:Date32}
