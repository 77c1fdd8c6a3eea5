-- What was received of a workspace by a moment, and its settings, into the scratch database (scratch.ts), which is called past here: for
-- stores whose parts cannot be linked (linkPast.sql). Copies of one message collapse there as they do in the store, to the one
-- received first. Settings, sites and spend are those of today: the question is what was known of the customers.
INSERT INTO past.workspaces SELECT * FROM spectacle.workspaces FINAL WHERE workspace = {workspace:String};

INSERT INTO past.sites SELECT * FROM spectacle.sites FINAL;

INSERT INTO past.spend SELECT * FROM spectacle.spend FINAL WHERE workspace = {workspace:String};

-- Nobody asks when something arrived in a past.
DROP VIEW past.arrivals_of_events;

-- However long it takes: the limit of questions (limits.ts) is for those that nobody waits for any more, and this one is asked again.
INSERT INTO past.events SELECT * FROM spectacle.events
WHERE workspace = {workspace:String} AND received_at <= {asOf:DateTime64(3, 'UTC')}
SETTINGS max_execution_time = 0;
