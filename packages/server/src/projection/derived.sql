-- Ids about which something was derived from these visitors. A merge may have collapsed two copies of a message before
-- anybody compared them; then only what was derived still tells whose the lost one was.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, arrayJoin(['subject', 'changed']), workspace, subject
FROM spectacle.trails
WHERE workspace = {workspace:String} AND visitor IN {visitors:Array(String)}
UNION ALL
SELECT DISTINCT {batch:UInt64}, arrayJoin(['subject', 'changed']), workspace, claimed
FROM spectacle.claims
WHERE workspace = {workspace:String} AND visitor IN {visitors:Array(String)}
