-- Who is in a group now, and how much each did in it, when first and last (epoch milliseconds).
SELECT person_id AS personId, counts.2 AS events, toUnixTimestamp64Milli(counts.3) AS firstSeen, toUnixTimestamp64Milli(counts.4) AS lastSeen
FROM
(
    SELECT person_id, argMax((member, events, ifNull(first_seen, toDateTime64(0, 3, 'UTC')), ifNull(last_seen, toDateTime64(0, 3, 'UTC'))), version) AS counts
    FROM spectacle.contributions
    WHERE workspace = {workspace:String} AND group_id = {groupId:String}
    GROUP BY person_id
)
WHERE counts.1 = 1
