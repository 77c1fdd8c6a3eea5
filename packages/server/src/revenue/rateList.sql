SELECT toString(day) AS date, currency, toString(argMax(rate, version)) AS rate
FROM spectacle.rates
WHERE workspace = {workspace:String} AND day >= {from:Date32} AND day <= {to:Date32}
  AND ({afterDate:String} = '' OR (toString(day), currency) > ({afterDate:String}, {afterCurrency:String}))
GROUP BY currency, day
HAVING argMax(rate, version) != 0
ORDER BY date, currency
LIMIT {limit:UInt32}
