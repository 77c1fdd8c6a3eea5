DELETE FROM spectacle.groups
WHERE workspace = {workspace:String} AND group_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'group')
SETTINGS max_execution_time = 0;

DELETE FROM spectacle.journeys
WHERE workspace = {workspace:String} AND level = 'group' AND id IN (SELECT key FROM spectacle.concerned WHERE kind = 'group')
SETTINGS max_execution_time = 0;
