-- Of messages that came with more than one content: whom their copies are about, and which content counts: the one with
-- the largest hash (SPEC section 4).
SELECT message_id AS messageId,
       toUInt64(max(bitShiftRight(version, 88))) AS content,
       groupUniqArray(visitor) AS visitors,
       groupUniqArrayArray(arrayFilter(id -> id != '',
       [
           subject,
           if(anonymous_id = '', '', concat('anon:', anonymous_id)),
           if(email = '', '', concat('email:', email)),
           if(previous_id = '', '', concat('anon:', previous_id))
       ])) AS ids
FROM spectacle.events
WHERE workspace = {workspace:String} AND message_id IN {messageIds:Array(String)}
GROUP BY message_id
