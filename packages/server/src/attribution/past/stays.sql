-- The groups of a part of the persons are derived when all persons are: they are told, and are no stays of this part any more.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT DISTINCT 'group', other, 1 FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'stay';

ALTER TABLE spectacle.dirty DELETE WHERE batch = {batch:UInt64} AND kind = 'stay';
