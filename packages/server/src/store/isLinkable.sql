-- Parts are linked from one table to another where both are of one server alone.
SELECT engine = 'ReplacingMergeTree' AS linkable FROM system.tables WHERE database = 'spectacle' AND name = 'events'
