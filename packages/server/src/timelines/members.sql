-- Who is in a group now.
SELECT person_id AS personId
FROM spectacle.contributions
WHERE workspace = {workspace:String} AND group_id = {groupId:String}
GROUP BY person_id
HAVING argMax(member, version) = 1
