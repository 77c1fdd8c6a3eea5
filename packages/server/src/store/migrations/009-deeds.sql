-- What funnels, retention and trends read, one row for each kind of thing that a person did for a group: a question names a
-- few kinds of events and reads their times alone, of few events in many. Derived like all of 003.
CREATE TABLE spectacle.deeds
(
    workspace LowCardinality(String),
    type      LowCardinality(String) COMMENT 'empty in the row that stands for the person itself',
    name      LowCardinality(String) COMMENT 'of a track event; of a page its path',
    group_id  String COMMENT 'the group it counts for, empty for none; in the row of the person any of its groups',
    person_id String,
    times     Array(DateTime64(3, 'UTC')) COMMENT 'in order',
    how_often UInt64 MATERIALIZED length(times),
    first     DateTime64(3, 'UTC') MATERIALIZED times[1],
    last      DateTime64(3, 'UTC') MATERIALIZED times[-1],
    version   UInt64,
    -- Only rows of the same state as the person's own latest count: what it is no longer known to have done keeps an older one.
    state     UInt64 MATERIALIZED sipHash64(person_id, version)
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, type, name, group_id, person_id)
SETTINGS index_granularity = 1024;

INSERT INTO spectacle.deeds (workspace, type, name, group_id, person_id, times, version)
SELECT workspace, type, name, groups[part], person_id, arraySort(groupArray(time)), any(version)
FROM spectacle.person_events FINAL
ARRAY JOIN events.timestamp AS time, events.type AS type, events.name AS name, events.part AS part
GROUP BY workspace, type, name, groups[part], person_id
UNION ALL
SELECT workspace, '', '', arrayFirst(id -> id != '', groups), person_id, [], version
FROM spectacle.person_events FINAL;
