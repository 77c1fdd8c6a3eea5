SELECT toString(day) AS date, currency, toString(argMax(rate, version)) AS rate
FROM spectacle.rates
WHERE workspace = {workspace:String} AND day >= {from:Date32} AND day <= {to:Date32}
GROUP BY currency, day
