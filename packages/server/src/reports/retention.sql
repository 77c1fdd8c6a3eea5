-- Of those whose first `first` event was in a period of the range: in which periods from then on they did a `return` event, that
-- first moment or later. The periods of one life are the bits of a number, the period of the first event the lowest.
SELECT key, kept = 2 AS other, toString(toDate32(cohort)) AS cohort, count() AS size,
       sumForEach(arrayMap(offset -> bitTest(seen, offset), range({periods:UInt8} + 1))) AS returned
FROM
(
    SELECT id, any(cohort) AS cohort, groupBitOrArray(bits) AS seen
    FROM
    (
        SELECT lives.id AS id, cohort,
               arrayFilter(t -> t >= began AND t < looked, times) AS returns,
               arrayMap(t -> if({period:String} = 'month', dateDiff('month', toDate32(cohort), toDate32(t, {timeZone:String})),
                       intDiv(toInt32(toDate32(t, {timeZone:String})) - cohort, if({period:String} = 'week', 7, 1))), returns) AS offsets,
               arrayMap(offset -> if(offset > {periods:UInt8}, 0, bitShiftLeft(toUInt64(1), offset)), offsets) AS bits
        FROM
        (
            SELECT id, times
            FROM spectacle.deeds_now(workspace = {workspace:String}, level = {level:String})
            WHERE spectacle_wants({returnType:String}, {returnName:String}, type, name) AND last >= {from:DateTime64(3, 'UTC')}
        ) AS deeds
        RIGHT JOIN
        (
            SELECT id, min(first) AS began, spectacle_period({period:String}, began, {timeZone:String}) AS cohort,
                   -- the midnight after the last period
                   toDateTime64(if({period:String} = 'month', addMonths(toDate32(cohort), {periods:UInt8} + 1),
                       toDate32(cohort) + if({period:String} = 'week', 7, 1) * ({periods:UInt8} + 1)), 3, {timeZone:String}) AS looked
            FROM spectacle.deeds_now(workspace = {workspace:String}, level = {level:String})
            WHERE spectacle_wants({firstType:String}, {firstName:String}, type, name)
            GROUP BY id
            HAVING began >= {from:DateTime64(3, 'UTC')} AND began < {to:DateTime64(3, 'UTC')}
        ) AS lives ON lives.id = deeds.id
    )
    GROUP BY id
) AS stays
LEFT JOIN spectacle.keys_of(workspace = {workspace:String}, level = {level:String}, by = {by:String}, trait = {trait:String},
    type = {firstType:String}, name = {firstName:String}, property = {property:String}, since = {from:DateTime64(3, 'UTC')}, until = {to:DateTime64(3, 'UTC')}, limit = {limit:UInt32}) AS keys
    ON keys.id = stays.id
GROUP BY key, other, cohort
