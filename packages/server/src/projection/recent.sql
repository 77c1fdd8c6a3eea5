-- What arrived since the last checkpoint, with a margin for inserts that were under way.
SELECT DISTINCT workspace, visitor, message_id AS messageId
FROM spectacle.arrivals
WHERE received_at >= (SELECT max(received_at) FROM spectacle.checkpoints WHERE name = 'projection') - INTERVAL 1 MINUTE
