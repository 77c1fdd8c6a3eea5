-- Who of several processes derives (projection/lease.ts). A row for each that could, by its own id.
CREATE TABLE spectacle.leases
(
    name    LowCardinality(String) COMMENT 'of the work that one process at a time may do',
    holder  String,
    since   DateTime64(3, 'UTC') COMMENT 'the earliest comes first',
    seen    DateTime64(3, 'UTC') COMMENT 'by the clock of the store; whoever is not seen for a while has lost its place',
    leads   UInt8,
    batch   UInt64 COMMENT 'the largest number of a run that it used',
    covered DateTime64(3, 'UTC') COMMENT 'what was stored before this moment has been derived',
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (name, holder)
TTL toDateTime(seen) + INTERVAL 1 HOUR;
