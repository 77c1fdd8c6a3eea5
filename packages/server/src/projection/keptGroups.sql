-- One of some parts of the groups that were kept for reports.
INSERT INTO spectacle.dirty (batch, kind, workspace, key, other)
SELECT DISTINCT {batch:UInt64}, 'stay', workspace, '', other
FROM spectacle.dirty
WHERE batch = {kept:UInt64} AND kind = 'stay' AND cityHash64(other) % {parts:UInt32} = {part:UInt32}
