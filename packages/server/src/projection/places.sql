-- The clock of the store, the processes that are alive in their order, and the largest number of a run so far.
SELECT toUnixTimestamp64Milli(now64(3)) AS now,
       arrayMap(p -> (p.2, p.3, toUnixTimestamp64Milli(p.4), toUnixTimestamp64Milli(p.1)),
           arraySort(groupArrayIf((since, holder, leads, covered), seen > now64(3) - INTERVAL 10 SECOND))) AS places,
       max(batch) AS batch
FROM spectacle.leases FINAL
WHERE name = 'projection'
