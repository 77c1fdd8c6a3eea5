-- How many visits the same people had in all, and after the cut-off of the journey.
WITH
    (
        SELECT ifNull(cutoff, toDateTime64('2299-12-31 00:00:00', 3, 'UTC'))
        FROM spectacle.journeys FINAL
        PREWHERE workspace = {workspace:String} AND level = {level:String} AND id = {id:String}
    ) AS ended
SELECT sum(arrayCount(p -> {level:String} = 'person' OR parts.group_id[p] = {id:String}, visits.part)) AS visits,
       sum(arrayCount((p, t) -> ({level:String} = 'person' OR parts.group_id[p] = {id:String}) AND t > assumeNotNull(ended), visits.part, visits.timestamp)) AS later
FROM spectacle.person_visits FINAL
PREWHERE workspace = {workspace:String} AND person_id IN
(
    SELECT {id:String} WHERE {level:String} = 'person'
    UNION ALL
    SELECT person_id FROM spectacle.contributions WHERE {level:String} = 'group' AND workspace = {workspace:String} AND group_id = {id:String}
)
