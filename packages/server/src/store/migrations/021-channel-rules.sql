-- The channel rules of a workspace as patterns, beside the settings that say them in words: for each its channel and conditions, of
-- these the place of the field, the pattern of LIKE, and whether it must not fit (workspaces/channelRules.ts).
ALTER TABLE spectacle.workspaces
    ADD COLUMN IF NOT EXISTS channel_rules Array(Tuple(String, Array(Tuple(UInt8, String, UInt8)))) AFTER settings;

-- What else rules ask for: the channel by the default rules, and the name of the ad-click id.
ALTER TABLE spectacle.trails
    DROP COLUMN IF EXISTS visits;

ALTER TABLE spectacle.trails
    ADD COLUMN IF NOT EXISTS visits Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String,
        campaign String, term String, content String, landing_page String, referrer String, default_channel String, click String)) AFTER payments;

ALTER TABLE spectacle.shares
    DROP COLUMN IF EXISTS all_visits;

ALTER TABLE spectacle.shares
    ADD COLUMN IF NOT EXISTS all_visits Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String,
        campaign String, term String, content String, landing_page String, referrer String, default_channel String, click String)) AFTER first_visit;
