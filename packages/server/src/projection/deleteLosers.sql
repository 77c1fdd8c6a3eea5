DELETE FROM spectacle.events
WHERE workspace = {workspace:String} AND visitor IN {visitors:Array(String)}
  AND toUInt64(bitShiftRight(version, 88)) < transform(message_id, {messageIds:Array(String)}, {contents:Array(UInt64)}, toUInt64(0));

DELETE FROM spectacle.payments
WHERE workspace = {workspace:String}
  AND toUInt64(bitShiftRight(version, 88)) < transform(message_id, {messageIds:Array(String)}, {contents:Array(UInt64)}, toUInt64(0));

DELETE FROM spectacle.group_calls
WHERE workspace = {workspace:String}
  AND toUInt64(bitShiftRight(version, 88)) < transform(message_id, {messageIds:Array(String)}, {contents:Array(UInt64)}, toUInt64(0));

DELETE FROM spectacle.trails
WHERE workspace = {workspace:String} AND visitor IN {visitors:Array(String)};

DELETE FROM spectacle.claims
WHERE workspace = {workspace:String} AND visitor IN {visitors:Array(String)};
