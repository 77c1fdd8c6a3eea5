INSERT INTO spectacle.dirty (batch, kind, workspace, key, other)
SELECT DISTINCT {batch:UInt64}, {mark:String}, {workspace:String}, if({mark:String} = 'stay', '', key), if({mark:String} = 'stay', key, '')
FROM spectacle.concerned
WHERE kind = {kind:String} AND key > {after:String} AND key <= {until:String}
