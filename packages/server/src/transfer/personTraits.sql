-- Every value that a trait of the person was given, with the call that gave it; repeats of the same value left out.
WITH
    subjects AS
    (
        SELECT subject FROM spectacle.identities FINAL
        WHERE workspace = {workspace:String}
          AND subject IN (SELECT subject FROM spectacle.identities_by_person WHERE workspace = {workspace:String} AND person_id = {personId:String})
          AND person_id = {personId:String}
    )
SELECT trait, value, timestamp, message_id AS messageId
FROM
(
    SELECT pair.1 AS trait, pair.2 AS value, timestamp, message_id,
           lagInFrame(pair.2, 1, '') OVER (PARTITION BY pair.1 ORDER BY timestamp, message_id
                                           ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
    FROM
    (
        SELECT timestamp, message_id, arrayJoin(JSONExtractKeysAndValuesRaw(traits)) AS pair
        FROM spectacle.events FINAL
        WHERE workspace = {workspace:String} AND type = 'identify' AND subject IN (SELECT subject FROM subjects)
          AND visitor IN (SELECT visitor FROM spectacle.trails WHERE workspace = {workspace:String} AND subject IN (SELECT subject FROM subjects))
    )
)
WHERE value != before
ORDER BY timestamp DESC, messageId DESC, trait
