-- Were rates loaded after a moment?
SELECT count() > 0 AS loaded
FROM spectacle.rates
WHERE workspace = {workspace:String} AND version > {asOf:Int64}
