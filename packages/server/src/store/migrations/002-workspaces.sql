CREATE TABLE spectacle.workspaces
(
    workspace  String,
    settings   String COMMENT 'JSON; a missing setting has its default',
    version    UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY workspace;

-- Tokens are stored as SHA-256; the token itself is shown once.
CREATE TABLE spectacle.tokens
(
    token_hash String,
    workspace  String,
    role       LowCardinality(String),
    created_at DateTime64(3, 'UTC'),
    revoked    UInt8,
    version    UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY token_hash;

-- Which sites a referrer's registrable domain or host belongs to; loaded at start from journeys/sites.
CREATE TABLE spectacle.sites
(
    domain  String,
    name    LowCardinality(String),
    kind    LowCardinality(String) COMMENT 'search, social, video, shopping, ai, email, payment, sign-in',
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY domain;
