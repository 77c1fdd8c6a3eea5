SELECT DISTINCT visitor
FROM spectacle.events
WHERE workspace = {workspace:String} AND type = 'track' AND isNotNull(revenue) AND currency NOT IN ('', {currency:String})
