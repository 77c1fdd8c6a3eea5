DELETE FROM spectacle.events
WHERE workspace = {workspace:String} AND message_id = {messageId:String} AND bitShiftRight(version, 88) < toUInt128({content:String});

DELETE FROM spectacle.payments
WHERE workspace = {workspace:String} AND message_id = {messageId:String} AND bitShiftRight(version, 88) < toUInt128({content:String});

DELETE FROM spectacle.group_calls
WHERE workspace = {workspace:String} AND message_id = {messageId:String} AND bitShiftRight(version, 88) < toUInt128({content:String});

DELETE FROM spectacle.trails
WHERE workspace = {workspace:String} AND has({visitors:Array(String)}, visitor);

DELETE FROM spectacle.claims
WHERE workspace = {workspace:String} AND has({visitors:Array(String)}, visitor);
