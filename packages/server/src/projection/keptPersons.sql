-- One of some parts of the persons that were kept for reports.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'person', workspace, key
FROM spectacle.dirty
WHERE batch = {kept:UInt64} AND kind = 'person' AND cityHash64(key) % {parts:UInt32} = {part:UInt32}
