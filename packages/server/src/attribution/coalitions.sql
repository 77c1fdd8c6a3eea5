-- How many journeys converted after visits of just these channels.
SELECT arraySort(arrayDistinct(visits.channel)) AS channels, count() AS conversions
FROM spectacle.journeys FINAL
WHERE workspace = {workspace:String} AND level = {level:String} AND isNotNull(cutoff) AND notEmpty(visits.channel)
GROUP BY channels
