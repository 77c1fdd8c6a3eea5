INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'erase', workspace, message_id
FROM spectacle.events FINAL
WHERE workspace = {workspace:String} AND visitor IN {visitors:Array(String)} AND subject IN {subjects:Array(String)}
  AND timestamp < {before:DateTime64(3, 'UTC')}
