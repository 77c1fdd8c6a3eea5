-- What will be removed, table by table.
SELECT (SELECT count() FROM spectacle.events FINAL WHERE workspace = {workspace:String} AND message_id IN (SELECT key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'erase')) AS events,
       (SELECT count() FROM spectacle.payments FINAL WHERE workspace = {workspace:String} AND message_id IN (SELECT key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'erase')) AS payments,
       (SELECT count() FROM spectacle.group_calls FINAL WHERE workspace = {workspace:String} AND message_id IN (SELECT key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'erase')) AS groupCalls,
       (SELECT count() FROM spectacle.rejections WHERE workspace = {workspace:String} AND arrayExists(id -> position(payload, id) > 0, {ids:Array(String)})) AS rejections
