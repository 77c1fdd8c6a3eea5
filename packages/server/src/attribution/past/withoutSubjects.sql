DELETE FROM spectacle.identities
WHERE workspace = {workspace:String} AND subject IN (SELECT key FROM spectacle.concerned WHERE kind = 'subject')
SETTINGS max_execution_time = 0;
