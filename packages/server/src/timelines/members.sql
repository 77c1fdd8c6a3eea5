-- The members of a group (in history mode the former ones too), or one person, and their memberships in order: group, since
-- (epoch milliseconds) and the message that began it.
SELECT person_id AS personId,
       arrayMap(membership -> (membership.1, toUnixTimestamp64Milli(membership.2), membership.4), memberships) AS entered
FROM spectacle.people FINAL
WHERE workspace = {workspace:String}
  AND (person_id = {personId:String}
       OR ({groupId:String} != ''
           AND if({history:Bool}, has(memberships.group_id, {groupId:String}), group_id = {groupId:String})
           AND person_id IN (SELECT person_id FROM spectacle.contributions WHERE workspace = {workspace:String} AND group_id = {groupId:String})))
