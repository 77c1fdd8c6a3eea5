-- What was known of a workspace at a moment, into the scratch database (scratch.ts), which is called past here: the events
-- received by then. Copies of one message collapse there as they do in the store, to the one received first. However long it takes:
-- the limit of questions (limits.ts) is for those that nobody waits for any more, and this one is asked again.
INSERT INTO past.events SELECT * FROM spectacle.events
WHERE workspace = {workspace:String} AND received_at <= {asOf:DateTime64(3, 'UTC')}
SETTINGS max_execution_time = 0;

-- Rates as loaded by then; each that was ever loaded is kept.
INSERT INTO past.rates SELECT * FROM spectacle.rates
WHERE workspace = {workspace:String} AND version <= toUnixTimestamp64Milli({asOf:DateTime64(3, 'UTC')});

-- Settings, sites and spend are those of today: the question is what was known of the customers.
INSERT INTO past.workspaces SELECT * FROM spectacle.workspaces FINAL WHERE workspace = {workspace:String};

INSERT INTO past.sites SELECT * FROM spectacle.sites FINAL;

INSERT INTO past.spend SELECT * FROM spectacle.spend FINAL WHERE workspace = {workspace:String};
