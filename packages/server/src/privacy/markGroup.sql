INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'erase', workspace, message_id
FROM spectacle.events
WHERE workspace = {workspace:String} AND visitor IN {visitors:Array(String)}
  AND (group_id = {groupId:String} OR acting_group = {groupId:String})
