-- One page of a timeline, newest first: where its events stand. Of a long timeline only a stretch of time is looked through. A copy of a
-- message may lie in it though the one that counts does not; whoever asks sees that from what the message contains.
SELECT visitor, client_time AS clientTime, message_id AS messageId, counts.1 AS timestamp, counts.2 AS subject
FROM
(
    -- Without FINAL, which would read whole stretches of other visitors: of the copies of a message the one that counts.
    SELECT visitor, client_time, message_id, argMax((timestamp, subject, acting_group, type), version) AS counts
    FROM spectacle.events
    WHERE workspace = {workspace:String}
      AND visitor IN (SELECT visitor FROM spectacle.trails WHERE workspace = {workspace:String} AND subject IN {subjects:Array(String)}
                        AND ({whole:Bool} OR last_seen >= {since:DateTime64(3, 'UTC')}))
      AND ({whole:Bool} OR timestamp BETWEEN {since:DateTime64(3, 'UTC')} AND {until:DateTime64(3, 'UTC')})
    GROUP BY visitor, client_time, message_id
)
WHERE counts.2 IN {subjects:Array(String)}
  AND (({groupId:String} != '' AND counts.3 = {groupId:String})
       OR (({groupId:String} = '' OR counts.3 = '') AND counts.2 IN {owned:Array(String)}
           AND (NOT {history:Bool} OR arrayExists(
               period -> period.1 = counts.2
                   AND (toUnixTimestamp64Milli(counts.1), message_id) >= (period.2, period.3)
                   AND (toUnixTimestamp64Milli(counts.1), message_id) < (period.4, period.5),
               {periods:Array(Tuple(String, Int64, String, Int64, String))}))))
  AND (empty({types:Array(String)}) OR has({types:Array(String)}, counts.4))
  AND ({afterId:String} = '' OR (counts.1, message_id) < ({afterTime:DateTime64(3, 'UTC')}, {afterId:String}))
ORDER BY timestamp DESC, messageId DESC
LIMIT {limit:UInt32}
