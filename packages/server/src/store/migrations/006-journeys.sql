-- What attribution reads. Derived like all of 003: it can be dropped and rebuilt while events arrive.

ALTER TABLE spectacle.contributions
    ADD COLUMN IF NOT EXISTS identified Nullable(DateTime64(3, 'UTC')) COMMENT 'the first identify' AFTER lead;

DROP TABLE IF EXISTS spectacle.journeys;

-- All visits and payments of a person in order, and for which group each counts. Columns of their own, so that a report reads
-- times and what it is broken down by.
CREATE TABLE spectacle.person_visits
(
    workspace LowCardinality(String),
    person_id String,
    last_seen DateTime64(3, 'UTC'),
    parts     Nested(
        group_id   String,                     -- '' if for none
        lead       Nullable(DateTime64(3, 'UTC')),
        lead_id    String,
        identified Nullable(DateTime64(3, 'UTC'))
    ),
    visits    Nested(
        timestamp    DateTime64(3, 'UTC'),
        message_id   String,
        part         UInt16,                   -- place in parts, from 1
        channel      LowCardinality(String),
        source       LowCardinality(String),
        medium       LowCardinality(String),
        campaign     LowCardinality(String),
        term         LowCardinality(String),
        content      LowCardinality(String),
        landing_page LowCardinality(String),   -- without parameters
        referrer     LowCardinality(String)    -- its host
    ),
    payments  Nested(
        timestamp   DateTime64(3, 'UTC'),
        message_id  String,
        part        UInt16,
        revenue     Int64,
        transaction String
    ),
    version   UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, person_id)
SETTINGS index_granularity = 256;

-- The journey of each person and each group: its visits in order, from the attribution window before the first cut-off up to
-- it, and all payments. Whoever reached no cut-off has the visits of the window before its latest event.
CREATE TABLE spectacle.journeys
(
    workspace     LowCardinality(String),
    level         LowCardinality(String) COMMENT 'person, group',
    id            String,
    cutoff        Nullable(DateTime64(3, 'UTC')),
    cutoff_id     String COMMENT 'message of the cut-off event',
    cutoff_person String,
    identified    Nullable(DateTime64(3, 'UTC')) COMMENT 'the first identify of any of its people',
    visits        Nested(
        timestamp    DateTime64(3, 'UTC'),
        message_id   String,
        person_id    String,
        group_id     LowCardinality(String),
        channel      LowCardinality(String),
        source       LowCardinality(String),
        medium       LowCardinality(String),
        campaign     LowCardinality(String),
        term         LowCardinality(String),
        content      LowCardinality(String),
        landing_page LowCardinality(String),
        referrer     LowCardinality(String)
    ),
    payments      Nested(
        timestamp   DateTime64(3, 'UTC'),
        message_id  String,
        person_id   String,
        group_id    LowCardinality(String),
        revenue     Int64,
        transaction String
    ),
    version       UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, level, id)
SETTINGS index_granularity = 256;
