-- What of the derived rows changed since when, so that a run derives no more people than changed.
ALTER TABLE spectacle.trails
    ADD COLUMN IF NOT EXISTS print UInt64 COMMENT 'of the events and visits: another one when anything of them is' AFTER days;

ALTER TABLE spectacle.identities
    ADD COLUMN IF NOT EXISTS before Array(String) COMMENT 'whose the id was since the last checkpoint' AFTER person_id;

ALTER TABLE spectacle.checkpoints
    ADD COLUMN IF NOT EXISTS tells UInt8 COMMENT 'from then on rows tell what changed; an older program did not write it';
