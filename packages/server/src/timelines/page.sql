-- One page of a timeline, newest first: where its events stand, and the visits that some of them began.
WITH
    trails AS
    (
        SELECT visitor, visits FROM spectacle.trails FINAL
        WHERE workspace = {workspace:String} AND subject IN {subjects:Array(String)}
    )
SELECT visitor, clientTime, messageId, happened AS timestamp, visit FROM
(
    SELECT visitor, client_time AS clientTime, message_id AS messageId, counts.1 AS happened, counts.2 AS who
    FROM
    (
        -- Without FINAL, which would read whole stretches of other visitors: of the copies of a message the one that counts.
        SELECT visitor, client_time, message_id, argMax((timestamp, subject, acting_group, type), version) AS counts
        FROM spectacle.events
        WHERE workspace = {workspace:String} AND visitor IN (SELECT visitor FROM trails)
        GROUP BY visitor, client_time, message_id
    )
    WHERE who IN {subjects:Array(String)}
      AND (({groupId:String} != '' AND counts.3 = {groupId:String})
           OR (({groupId:String} = '' OR counts.3 = '') AND who IN {owned:Array(String)}
               AND (NOT {history:Bool} OR arrayExists(
                   period -> period.1 = who
                       AND (toUnixTimestamp64Milli(happened), message_id) >= (period.2, period.3)
                       AND (toUnixTimestamp64Milli(happened), message_id) < (period.4, period.5),
                   {periods:Array(Tuple(String, Int64, String, Int64, String))}))))
      AND (empty({types:Array(String)}) OR has({types:Array(String)}, counts.4))
      AND ({afterId:String} = '' OR (happened, message_id) < ({afterTime:DateTime64(3, 'UTC')}, {afterId:String}))
    ORDER BY happened DESC, message_id DESC
    LIMIT {limit:UInt32}
) AS page
LEFT JOIN
(
    SELECT visitor, visit.2 AS messageId, tuple(visit.3, visit.4, visit.5, visit.6, visit.7, visit.8, visit.9, visit.10) AS visit
    FROM trails
    ARRAY JOIN visits AS visit
) AS began USING (visitor, messageId)
ORDER BY timestamp DESC, messageId DESC
