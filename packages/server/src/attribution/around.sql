-- How many visits the same people had in all, and after the cut-off.
SELECT sum(arrayCount(p -> {level:String} = 'person' OR parts.group_id[p] = {id:String}, visits.part)) AS visits,
       sum(arrayCount((p, t) -> ({level:String} = 'person' OR parts.group_id[p] = {id:String}) AND t > {cutoff:DateTime64(3, 'UTC')},
           visits.part, visits.timestamp)) AS later
FROM spectacle.person_visits FINAL
WHERE workspace = {workspace:String} AND person_id IN
(
    SELECT {id:String} WHERE {level:String} = 'person'
    UNION ALL
    SELECT person_id FROM spectacle.contributions WHERE {level:String} = 'group' AND workspace = {workspace:String} AND group_id = {id:String}
)
