-- With which content each dirty message is stored. A copy that a merge collapsed before this lost to the one that is left.
INSERT INTO spectacle.messages (workspace, message_hash, content_hash)
SELECT workspace, sipHash64(message_id), toUInt64(bitShiftRight(version, 88))
FROM spectacle.events
WHERE (workspace, visitor) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'visitor')
  AND (workspace, message_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'message')
