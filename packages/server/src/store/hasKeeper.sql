-- ClickHouse shows this table where a Keeper is configured.
SELECT count() > 0 AS connected FROM system.tables WHERE database = 'system' AND name = 'zookeeper'
