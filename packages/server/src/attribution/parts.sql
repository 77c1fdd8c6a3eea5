-- What each visit of one journey has earned under each model: of the lead in parts of 1/232792560, of all payments in cents.
SELECT model, spectacle_divide(toInt64(232792560), weights) AS lead, spectacle_divide(arraySum(payments.revenue), weights) AS revenue
FROM
(
    SELECT model, payments.revenue,
           spectacle_weights(model, visits.channel, visits.timestamp, identified, {effects:Map(String, UInt64)}) AS weights
    FROM spectacle.journeys FINAL
    ARRAY JOIN {models:Array(String)} AS model
    WHERE workspace = {workspace:String} AND level = {level:String} AND id = {id:String} AND notEmpty(visits.timestamp)
)
