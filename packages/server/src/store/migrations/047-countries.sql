-- Where an event comes from (collector/country.ts). Of events that are stored already it is told once the program that brings this
-- column has started (journeys/fillCountries.ts), and all is derived again then.
ALTER TABLE spectacle.events
    ADD COLUMN IF NOT EXISTS country LowCardinality(String) COMMENT 'ISO 3166 code, or a text as sent; empty if nothing tells it' AFTER click_id;

-- Visits keep what they have until they are derived again. Nobody waits for the parts on disk to be rewritten: until then they are read as
-- if they were.
ALTER TABLE spectacle.trails
    MODIFY COLUMN visits Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String,
        campaign String, term String, content String, landing_page String, referrer String, default_channel String, click String, country String))
    SETTINGS alter_sync = 0;

ALTER TABLE spectacle.shares
    DROP COLUMN IF EXISTS all_visits;

ALTER TABLE spectacle.shares
    ADD COLUMN IF NOT EXISTS all_visits Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String,
        campaign String, term String, content String, landing_page String, referrer String, default_channel String, click String, country String)) AFTER first_visit;

ALTER TABLE spectacle.person_visits
    ADD COLUMN IF NOT EXISTS `visits.country` Array(LowCardinality(String)) AFTER `visits.referrer`;

ALTER TABLE spectacle.journeys
    ADD COLUMN IF NOT EXISTS `visits.country` Array(LowCardinality(String)) AFTER `visits.referrer`;
