-- Rates as loaded by a moment, into the scratch database (scratch.ts), which is called past here. Each that was ever loaded is kept.
INSERT INTO past.rates SELECT * FROM spectacle.rates
WHERE workspace = {workspace:String} AND version <= toUnixTimestamp64Milli({asOf:DateTime64(3, 'UTC')})
