-- Views of lists and reports that somebody gave a name. Like settings, not derived from events.
CREATE TABLE spectacle.views
(
    workspace LowCardinality(String),
    page      LowCardinality(String),
    name      String,
    search    String COMMENT 'what stands in the address of the page after the question mark',
    removed   UInt8,
    version   UInt64 COMMENT 'when it was saved, in milliseconds since 1970'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, page, name);
