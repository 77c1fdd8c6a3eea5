SELECT group_id AS groupId, spectacle_plain(if(special['name'] != '', special['name'], traits['name'])) AS name
FROM spectacle.groups FINAL
WHERE workspace = {workspace:String} AND group_id IN {groupIds:Array(String)}
