-- "This weaker id was seen with that stronger one, first at …": what the dirty visitors' events say (SPEC section 5).
INSERT INTO spectacle.claims (workspace, claimed, claimant, visitor, timestamp, message_id, version)
SELECT workspace, pair.1, pair.2, visitor, (min((timestamp, message_id)) AS earliest).1, earliest.2, {batch:UInt64}
FROM
(
    SELECT workspace, visitor, timestamp, message_id,
           arrayJoin(arrayFilter(pair -> pair.1 != '' AND pair.2 != '',
           [
               (if(anonymous_id = '', '', concat('anon:', anonymous_id)), if(user_id = '', '', concat('user:', user_id))),
               (if(anonymous_id = '', '', concat('anon:', anonymous_id)), if(email = '', '', concat('email:', email))),
               (if(email = '', '', concat('email:', email)), if(user_id = '', '', concat('user:', user_id))),
               (if(previous_id = '', '', concat('anon:', previous_id)), if(user_id = '', '', concat('user:', user_id)))
           ])) AS pair
    FROM spectacle.events FINAL
    WHERE (workspace, visitor) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'visitor')
)
GROUP BY workspace, pair.1, pair.2, visitor
