-- What attribution reads. Derived like all of 003: it can be dropped and rebuilt while events arrive.

ALTER TABLE spectacle.trails
    ADD COLUMN IF NOT EXISTS lead_id String COMMENT 'message of the first cut-off event' AFTER lead,
    ADD COLUMN IF NOT EXISTS identified Nullable(DateTime64(3, 'UTC')) COMMENT 'the first identify' AFTER lead_id;

ALTER TABLE spectacle.stints
    ADD COLUMN IF NOT EXISTS lead_id String AFTER lead,
    ADD COLUMN IF NOT EXISTS identified Nullable(DateTime64(3, 'UTC')) AFTER lead_id;

ALTER TABLE spectacle.shares
    ADD COLUMN IF NOT EXISTS lead_id String AFTER lead,
    ADD COLUMN IF NOT EXISTS identified Nullable(DateTime64(3, 'UTC')) AFTER lead_id,
    ADD COLUMN IF NOT EXISTS all_visits Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String,
        campaign String, term String, content String, landing_page String, referrer String)) AFTER first_visit;

ALTER TABLE spectacle.money
    ADD COLUMN IF NOT EXISTS payments Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, revenue Int64, transaction String));

-- One row for each person: its visits and payments in order, and for which group each counts. Columns of their own, so that a
-- report reads times and one column of what it is broken down by.
CREATE TABLE spectacle.journeys
(
    workspace LowCardinality(String),
    person_id String,
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
