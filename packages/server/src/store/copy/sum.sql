-- How many events a workspace has that were received until then, and a sum that no other set of events has.
SELECT count() AS events, toString(groupBitXor(cityHash64(visitor, client_time, message_id, version))) AS checksum
FROM spectacle.events FINAL
WHERE workspace = {workspace:String} AND received_at <= fromUnixTimestamp64Milli({until:Int64}, 'UTC')
