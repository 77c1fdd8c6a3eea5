DELETE FROM spectacle.people
WHERE workspace = {workspace:String} AND person_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'person')
SETTINGS max_execution_time = 0;

DELETE FROM spectacle.person_visits
WHERE workspace = {workspace:String} AND person_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'person')
SETTINGS max_execution_time = 0;

DELETE FROM spectacle.deeds
WHERE workspace = {workspace:String} AND person_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'person')
SETTINGS max_execution_time = 0;

DELETE FROM spectacle.contributions
WHERE workspace = {workspace:String} AND (person_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'person')
       OR group_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'empty group'))
SETTINGS max_execution_time = 0;

DELETE FROM spectacle.journeys
WHERE workspace = {workspace:String} AND level = 'person' AND id IN (SELECT key FROM spectacle.concerned WHERE kind = 'person')
SETTINGS max_execution_time = 0;
