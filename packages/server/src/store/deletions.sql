-- Deletions that are under way in this database, and what one of them fails with.
SELECT count() AS left, max(latest_fail_reason) AS failure
FROM system.mutations
WHERE database = 'spectacle' AND NOT is_done
