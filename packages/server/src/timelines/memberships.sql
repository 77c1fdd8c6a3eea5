-- Who is or was in a group, or one person: how much each did, when first and last (epoch milliseconds), and the memberships in order:
-- group, since (epoch milliseconds) and the message that began it.
SELECT person_id AS personId, events, ifNull(toUnixTimestamp64Milli(first_seen), 0) AS firstSeen, ifNull(toUnixTimestamp64Milli(last_seen), 0) AS lastSeen,
       arrayMap(membership -> (membership.1, toUnixTimestamp64Milli(membership.2), membership.4), memberships) AS entered
FROM spectacle.people FINAL
WHERE workspace = {workspace:String}
  AND (person_id = {personId:String}
       OR ({groupId:String} != '' AND has(memberships.group_id, {groupId:String})
           AND person_id IN (SELECT person_id FROM spectacle.contributions WHERE workspace = {workspace:String} AND group_id = {groupId:String})))
