-- Every value that a trait of the group was given, with the call that gave it; repeats of the same value left out.
SELECT trait, value, timestamp, message_id AS messageId
FROM
(
    SELECT pair.1 AS trait, pair.2 AS value, timestamp, message_id,
           lagInFrame(pair.2, 1, '') OVER (PARTITION BY pair.1 ORDER BY timestamp, message_id
                                           ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
    FROM
    (
        SELECT timestamp, message_id, arrayJoin(JSONExtractKeysAndValuesRaw(traits)) AS pair
        FROM spectacle.group_calls FINAL
        WHERE workspace = {workspace:String} AND group_id = {groupId:String}
    )
)
WHERE value != before
ORDER BY timestamp DESC, messageId DESC, trait
LIMIT {limit:UInt32}
