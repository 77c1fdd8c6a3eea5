-- What the senders of webhooks sign with. Signatures are computed from the secrets themselves, so they stand here as they are; no answer shows them.
CREATE TABLE spectacle.webhook_secrets
(
    workspace LowCardinality(String),
    sender    LowCardinality(String) COMMENT 'stripe, payments',
    secret    String COMMENT 'empty: removed',
    version   UInt64 COMMENT 'since when, in milliseconds since 1970'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, sender);
