-- The same as trend.sql, of events told apart by a property of their own: '' without it.
SELECT if(place <= {limit:UInt32}, value, '') AS key, place > {limit:UInt32} AS other, toString(toDate32(start)) AS period,
       sum(happened) AS events, uniqExactMerge(persons) AS people, uniqExactIfMerge(companies) AS groups
FROM
(
    SELECT *, dense_rank() OVER (ORDER BY often DESC, value) AS place
    FROM
    (
        SELECT *, sum(happened) OVER (PARTITION BY value) AS often
        FROM
        (
            SELECT value, spectacle_period({period:String}, timestamp, {timeZone:String}) AS start, count() AS happened,
                   uniqExactState(sipHash64(person_id)) AS persons, uniqExactIfState(sipHash64(group_id), group_id != '') AS companies
            FROM spectacle.events_with(workspace = {workspace:String}, level = {level:String}, type = {type:String}, name = {name:String}, property = {property:String})
            WHERE timestamp >= {from:DateTime64(3, 'UTC')} AND timestamp < {to:DateTime64(3, 'UTC')}
            GROUP BY value, start
        )
    )
)
GROUP BY key, other, start
