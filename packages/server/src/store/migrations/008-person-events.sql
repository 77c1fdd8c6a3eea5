-- What funnels, retention and trends read: when each person did what, in order. Derived like all of 003.
CREATE TABLE spectacle.person_events
(
    workspace LowCardinality(String),
    person_id String,
    groups    Array(String) COMMENT 'the groups that something of it counts for, '''' for none',
    events    Nested(
        timestamp DateTime64(3, 'UTC'),
        part      UInt16,                    -- place in groups, from 1
        type      LowCardinality(String),
        name      LowCardinality(String)     -- of a track event; of a page its path
    ),
    version   UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, person_id)
SETTINGS index_granularity = 256;
