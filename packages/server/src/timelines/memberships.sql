-- Who is or was in a group, and the memberships of each in order: group, since (epoch milliseconds) and the message that began it.
SELECT person_id AS personId,
       arrayMap(membership -> (membership.1, toUnixTimestamp64Milli(membership.2), membership.4), memberships) AS entered
FROM spectacle.people FINAL
WHERE workspace = {workspace:String}
  AND person_id IN (SELECT person_id FROM spectacle.contributions WHERE workspace = {workspace:String} AND group_id = {groupId:String})
  AND has(memberships.group_id, {groupId:String})
