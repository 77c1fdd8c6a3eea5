-- People who log in with a password. An account is known by its address; what it may do is in its seats.
CREATE TABLE spectacle.accounts
(
    email      String COMMENT 'trimmed, in lower case',
    name       String,
    password   String COMMENT 'scrypt$N$r$p$salt$hash',
    created_at DateTime64(3, 'UTC'),
    version    UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY email;

CREATE TABLE spectacle.seats
(
    workspace  String,
    email      String,
    role       LowCardinality(String) COMMENT 'owner, member, viewer; empty: removed',
    created_at DateTime64(3, 'UTC'),
    version    UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, email);

-- The secret is in the link, which is shown once; here is its SHA-256. What is over has the highest version there is, so
-- that nothing written at the same moment opens it again.
CREATE TABLE spectacle.invitations
(
    secret_hash String,
    workspace   String,
    email       String,
    role        LowCardinality(String),
    invited_by  String COMMENT 'the address of an account, or empty for a token',
    created_at  DateTime64(3, 'UTC'),
    expires_at  DateTime64(3, 'UTC'),
    over        UInt8 COMMENT 'accepted, replaced or withdrawn',
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY secret_hash;

-- Log-ins to the web app, known by the SHA-256 of what is in the cookie. Of an account or of a token, never of both.
CREATE TABLE spectacle.sessions
(
    session_hash String,
    email        String,
    token_hash   String COMMENT 'the token it was opened with, and dies with',
    workspace    String COMMENT 'the one that was chosen last',
    agent        String COMMENT 'how the browser names itself',
    created_at   DateTime64(3, 'UTC'),
    seen_at      DateTime64(3, 'UTC'),
    ended        UInt8,
    version      UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY session_hash;
