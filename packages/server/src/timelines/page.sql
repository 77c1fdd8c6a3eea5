-- One page of a timeline, newest first: where its events stand, and the visits that some of them began.
WITH
    trails AS
    (
        SELECT visitor, visits FROM spectacle.trails FINAL
        WHERE workspace = {workspace:String} AND subject IN {subjects:Array(String)}
    )
SELECT * FROM
(
    SELECT visitor, toUnixTimestamp64Milli(client_time) AS clientTime, message_id AS messageId, timestamp
    FROM spectacle.events FINAL
    WHERE workspace = {workspace:String}
      AND visitor IN (SELECT visitor FROM trails)
      AND subject IN {subjects:Array(String)}
      AND (({groupId:String} != '' AND acting_group = {groupId:String})
           OR (({groupId:String} = '' OR acting_group = '') AND subject IN {owned:Array(String)}
               AND (NOT {history:Bool} OR arrayExists(
                   period -> period.1 = subject
                       AND (toUnixTimestamp64Milli(timestamp), message_id) >= (period.2, period.3)
                       AND (toUnixTimestamp64Milli(timestamp), message_id) < (period.4, period.5),
                   {periods:Array(Tuple(String, Int64, String, Int64, String))}))))
      AND (empty({types:Array(String)}) OR has({types:Array(String)}, type))
      AND ({afterId:String} = '' OR (timestamp, message_id) < ({afterTime:DateTime64(3, 'UTC')}, {afterId:String}))
    ORDER BY timestamp DESC, message_id DESC
    LIMIT {limit:UInt32}
) AS page
LEFT JOIN
(
    SELECT visitor, visit.2 AS messageId, tuple(visit.3, visit.4, visit.5, visit.6, visit.7, visit.8, visit.9, visit.10) AS visit
    FROM trails
    ARRAY JOIN visits AS visit
) AS began USING (visitor, messageId)
ORDER BY timestamp DESC, messageId DESC
