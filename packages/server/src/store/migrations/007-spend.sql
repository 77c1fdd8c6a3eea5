-- What ads cost, as the operator says: like settings, and unlike everything else, not derived from events. The same row sent
-- again replaces the one before.
CREATE TABLE spectacle.spend
(
    workspace LowCardinality(String),
    day       Date32,
    source    String,
    medium    String,
    campaign  String,
    channel   String COMMENT 'if given; else told from the others',
    amount    Int64 COMMENT 'in the smallest unit of currency',
    currency  LowCardinality(String),
    version   UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, day, source, medium, campaign, channel);
