-- What was received later, and what was derived from the events of whom it concerns.
DELETE FROM spectacle.events WHERE received_at > {asOf:DateTime64(3, 'UTC')} SETTINGS max_execution_time = 0;

DELETE FROM spectacle.trails
WHERE workspace = {workspace:String} AND visitor IN (SELECT key FROM spectacle.concerned WHERE kind = 'visitor')
SETTINGS max_execution_time = 0;

DELETE FROM spectacle.claims
WHERE workspace = {workspace:String} AND visitor IN (SELECT key FROM spectacle.concerned WHERE kind = 'visitor')
SETTINGS max_execution_time = 0;

DELETE FROM spectacle.payments
WHERE workspace = {workspace:String} AND visitor IN (SELECT key FROM spectacle.concerned WHERE kind = 'visitor')
SETTINGS max_execution_time = 0;

DELETE FROM spectacle.group_calls
WHERE workspace = {workspace:String} AND visitor IN (SELECT key FROM spectacle.concerned WHERE kind = 'visitor')
SETTINGS max_execution_time = 0;
