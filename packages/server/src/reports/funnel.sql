-- How far people or groups came on a way of up to eight steps begun in the range: how many have each step as their furthest.
-- Which event is which step stands in the last three bits of its moment, later steps first: then what happened in the same
-- millisecond is in an order in which it cannot follow each other, and windowFunnel finds the best of all ways.
SELECT key, kept = 2 AS other, reached, count() AS entities
FROM
(
    SELECT id,
           windowFunnelArray({window:UInt64})(
               marks, arrayMap(m -> bitAnd(m, 7) = 7, marks), arrayMap(m -> bitAnd(m, 7) = 6, marks), arrayMap(m -> bitAnd(m, 7) = 5, marks),
               arrayMap(m -> bitAnd(m, 7) = 4, marks), arrayMap(m -> bitAnd(m, 7) = 3, marks), arrayMap(m -> bitAnd(m, 7) = 2, marks),
               arrayMap(m -> bitAnd(m, 7) = 1, marks), arrayMap(m -> bitAnd(m, 7) = 0, marks)) AS reached
    FROM
    (
        SELECT id,
               -- from 1900, where the store's times begin
               arrayMap(t -> toUInt64((toUnixTimestamp64Milli(t) + 2208988800000) * 8 + 8 - step),
                   arrayFilter(t -> t >= {from:DateTime64(3, 'UTC')} AND t < if(step = 1, {to:DateTime64(3, 'UTC')}, {until:DateTime64(3, 'UTC')}), times)) AS marks
        FROM spectacle.deeds_now(workspace = {workspace:String}, level = {level:String})
        ARRAY JOIN arrayFilter((step, wanted_type, wanted_name) -> spectacle_wants(wanted_type, wanted_name, type, name),
            arrayEnumerate({types:Array(String)}), {types:Array(String)}, {names:Array(String)}) AS step
        WHERE last >= {from:DateTime64(3, 'UTC')} AND first < {until:DateTime64(3, 'UTC')}
          -- what the array join says again, so that only the rows of these kinds are read
          AND (spectacle_wants({types:Array(String)}[1], {names:Array(String)}[1], type, name)
            OR spectacle_wants({types:Array(String)}[2], {names:Array(String)}[2], type, name)
            OR ({steps:UInt8} > 2 AND spectacle_wants({types:Array(String)}[3], {names:Array(String)}[3], type, name))
            OR ({steps:UInt8} > 3 AND spectacle_wants({types:Array(String)}[4], {names:Array(String)}[4], type, name))
            OR ({steps:UInt8} > 4 AND spectacle_wants({types:Array(String)}[5], {names:Array(String)}[5], type, name))
            OR ({steps:UInt8} > 5 AND spectacle_wants({types:Array(String)}[6], {names:Array(String)}[6], type, name))
            OR ({steps:UInt8} > 6 AND spectacle_wants({types:Array(String)}[7], {names:Array(String)}[7], type, name))
            OR ({steps:UInt8} > 7 AND spectacle_wants({types:Array(String)}[8], {names:Array(String)}[8], type, name)))
    )
    GROUP BY id
) AS ways
LEFT JOIN spectacle.keys_of(workspace = {workspace:String}, level = {level:String}, by = {by:String}, trait = {trait:String},
    type = {firstType:String}, name = {firstName:String}, property = {property:String}, since = {from:DateTime64(3, 'UTC')}, until = {to:DateTime64(3, 'UTC')}, limit = {limit:UInt32}) AS keys
    ON keys.id = ways.id
WHERE reached > 0
GROUP BY key, other, reached
