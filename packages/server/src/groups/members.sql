-- Who is in a group now, or was once: each person with its last period there.
WITH candidates AS
(
    SELECT DISTINCT person_id
    FROM spectacle.contributions
    WHERE workspace = {workspace:String} AND group_id = {groupId:String}
)
SELECT person_id AS personId,
       user_id AS userId,
       emails,
       anonymous_ids AS anonymousIds,
       traits,
       arrayLast(period -> period.group_id = {groupId:String}, memberships).since AS since,
       arrayLast(period -> period.group_id = {groupId:String}, memberships).until AS until,
       arrayLast(period -> period.group_id = {groupId:String}, memberships).message_id AS assertedBy,
       events,
       visits,
       first_seen AS firstSeen,
       last_seen AS lastSeen
FROM spectacle.people FINAL
WHERE workspace = {workspace:String}
  AND person_id IN candidates
  AND events > 0
  AND arrayExists(period -> period.group_id = {groupId:String}, memberships)
  AND (group_id = {groupId:String}) != {former:Bool}
  AND ({afterId:String} = '' OR person_id > {afterId:String})
ORDER BY person_id
LIMIT {limit:UInt32}
