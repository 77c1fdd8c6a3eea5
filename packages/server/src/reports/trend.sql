-- How often an event happened in each period of the range, and to how many people and groups. Times are in order, so the places of
-- the last of each period in a row tell how many there are.
SELECT key, other, toString(toDate32(start)) AS period, sum(place - before) AS events, uniqExact(person) AS people, uniqExactIf(company, company != 0) AS groups
FROM
(
    SELECT key, kept = 2 AS other, person, company, starts, ends
    FROM
    (
        SELECT id, sipHash64(person_id) AS person, if(group_id = '', 0, sipHash64(group_id)) AS company,
               arrayMap(t -> spectacle_period({period:String}, t, {timeZone:String}),
                   arrayFilter(t -> t >= {from:DateTime64(3, 'UTC')} AND t < {to:DateTime64(3, 'UTC')}, times)) AS all_starts,
               arrayPopFront(arrayPushBack(all_starts, -1000000)) AS nexts,
               arrayFilter((start, next) -> start != next, all_starts, nexts) AS starts,
               arrayFilter((place, start, next) -> start != next, arrayEnumerate(all_starts), all_starts, nexts) AS ends
        FROM spectacle.deeds_now(workspace = {workspace:String}, level = {level:String})
        WHERE last >= {from:DateTime64(3, 'UTC')} AND first < {to:DateTime64(3, 'UTC')} AND spectacle_wants({type:String}, {name:String}, type, name)
    ) AS done
    LEFT JOIN spectacle.keys_of(workspace = {workspace:String}, level = {level:String}, by = {by:String}, trait = {trait:String},
        type = {type:String}, name = {name:String}, property = {property:String}, since = {from:DateTime64(3, 'UTC')}, until = {to:DateTime64(3, 'UTC')}, limit = {limit:UInt32}) AS keys
        ON keys.id = done.id
)
ARRAY JOIN starts AS start, ends AS place, arrayPopBack(arrayPushFront(ends, toUInt32(0))) AS before
GROUP BY key, other, start
