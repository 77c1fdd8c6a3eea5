-- When the last webhook of a sender was taken, and when and why the last one was not; for the one who sets it up.
CREATE TABLE spectacle.webhook_receipts
(
    workspace LowCardinality(String),
    sender    LowCardinality(String),
    taken     UInt8,
    at        UInt64 COMMENT 'milliseconds since 1970',
    message   String
)
ENGINE = ReplacingMergeTree(at)
ORDER BY (workspace, sender, taken);
