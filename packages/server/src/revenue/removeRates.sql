-- A rate of nothing: from now on there is none, and it stays known which there was.
INSERT INTO spectacle.rates (workspace, currency, day, rate, version)
SELECT workspace, currency, day, 0, {now:UInt64}
FROM spectacle.rates
WHERE workspace = {workspace:String} AND day >= {from:Date32} AND day <= {to:Date32}
GROUP BY workspace, currency, day
HAVING argMax(rate, version) != 0
