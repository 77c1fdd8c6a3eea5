-- The copies of one message whose content does not count: the largest hash of the content wins (SPEC section 4).
SELECT visitor,
       subject,
       arrayFilter(id -> id != '',
       [
           if(anonymous_id = '', '', concat('anon:', anonymous_id)),
           if(email = '', '', concat('email:', email)),
           if(previous_id = '', '', concat('anon:', previous_id))
       ]) AS ids,
       toString(bitShiftRight(version, 88)) AS content
FROM spectacle.events
WHERE workspace = {workspace:String} AND message_id = {messageId:String}
ORDER BY bitShiftRight(version, 88) DESC
