-- How often an event happened in each period of the range, and to how many people and groups. Times are in order, so the places of
-- the last of each period in a row tell how many there are.
SELECT key, kept = 2 AS other, toString(toDate32(start)) AS period, sum(times) AS events, uniqExact(person) AS people, uniqExactIf(company, company != 0) AS groups
FROM
(
    SELECT id, person, company, starts[place] AS start, place - before AS times
    FROM
    (
        SELECT id, sipHash64(person_id) AS person, if(group_id = '', 0, sipHash64(group_id)) AS company,
               arrayMap(t -> spectacle_period({period:String}, t, {timeZone:String}),
                   arrayFilter(t -> t >= {from:DateTime64(3, 'UTC')} AND t < {to:DateTime64(3, 'UTC')}, times)) AS starts,
               arrayFilter((place, start, next) -> start != next, arrayEnumerate(starts), starts, arrayPopFront(arrayPushBack(starts, toInt32(-1000000)))) AS ends
        FROM spectacle.deeds_now(workspace = {workspace:String}, level = {level:String})
        WHERE last >= {from:DateTime64(3, 'UTC')} AND first < {to:DateTime64(3, 'UTC')} AND spectacle_wants({type:String}, {name:String}, type, name)
    )
    ARRAY JOIN ends AS place, arrayPopBack(arrayPushFront(ends, toUInt32(0))) AS before
) AS done
LEFT JOIN spectacle.keys_of(workspace = {workspace:String}, level = {level:String}, by = {by:String}, trait = {trait:String}, limit = {limit:UInt32}) AS keys
    ON keys.id = done.id
GROUP BY key, other, start
