-- Nodes may reach one another by other addresses than they have themselves, so a place is named by its numbers.
SELECT concat('shard ', toString(shard_num), ', replica ', toString(replica_num)) AS place,
       concat(host_name, ':', toString(port)) AS address,
       is_local = 1 AS own
FROM system.clusters
WHERE cluster = {name:String}
