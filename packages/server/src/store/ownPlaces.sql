SELECT concat('shard ', toString(shard_num), ' replica ', toString(replica_num), ' (', host_name, ':', toString(port), ')') AS place,
       is_local = 1 AS own
FROM system.clusters
WHERE cluster = {name:String}
