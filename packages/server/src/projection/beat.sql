-- A sign of life of one process. One that leaves is seen no more.
INSERT INTO spectacle.leases (name, holder, since, seen, leads, batch, covered, version)
SELECT 'projection', {holder:String}, fromUnixTimestamp64Milli({since:Int64}, 'UTC'),
       if({leaves:Bool}, toDateTime64(1, 3, 'UTC'), now64(3)),
       {leads:Bool}, {batch:UInt64}, fromUnixTimestamp64Milli({covered:Int64}, 'UTC'), {version:UInt64}
