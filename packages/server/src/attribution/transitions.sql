-- How many journeys went from their last channels to the next, or ended there (transitions.ts); '' stands before the first
-- channel and after the last. `lost`: also those that did not convert.
SELECT arrayFilter(channel -> channel != '', [step.1, step.2, step.3]) AS from, step.4 AS to, step.4 = '' AND cut_off AS converted, count() AS journeys
FROM
(
    SELECT isNotNull(cutoff) AS cut_off,
           arrayPushFront(visits.channel, '') AS before,
           if({order:UInt8} > 1, arrayPushFront(arrayPopBack(before), ''), arrayMap(c -> '', before)) AS second,
           if({order:UInt8} > 2, arrayPushFront(arrayPopBack(second), ''), arrayMap(c -> '', before)) AS third,
           arrayZip(third, second, before, arrayPushBack(visits.channel, '')) AS steps
    FROM spectacle.journeys FINAL
    WHERE workspace = {workspace:String} AND level = {level:String} AND notEmpty(visits.channel) AND (isNotNull(cutoff) OR {lost:Bool})
)
ARRAY JOIN steps AS step
GROUP BY step, converted
