-- GA4's default channel groups, top-down, first match (https://support.google.com/analytics/answer/9756891), with
-- "AI Assistant" on top. source and medium in lower case; kind: what the source is known as (search, social, video,
-- shopping, ai, email or ''). Server-wide, hence the prefix.
CREATE OR REPLACE FUNCTION spectacle_channel AS (source, medium, campaign, kind) -> multiIf(
    source = '(direct)' AND medium IN ('(none)', '(not set)'), 'Direct',
    kind = 'ai' AND NOT match(medium, '^(.*cp.*|ppc|retargeting|paid.*)$'), 'AI Assistant',
    position(lower(campaign), 'cross-network') > 0, 'Cross-network',
    (kind = 'shopping' OR match(lower(campaign), '^(.*(([^a-df-z]|^)shop|shopping).*)$')) AND match(medium, '^(.*cp.*|ppc|retargeting|paid.*)$'), 'Paid Shopping',
    kind = 'search' AND match(medium, '^(.*cp.*|ppc|retargeting|paid.*)$'), 'Paid Search',
    kind = 'social' AND match(medium, '^(.*cp.*|ppc|retargeting|paid.*)$'), 'Paid Social',
    kind = 'video' AND match(medium, '^(.*cp.*|ppc|retargeting|paid.*)$'), 'Paid Video',
    medium IN ('display', 'banner', 'expandable', 'interstitial', 'cpm'), 'Display',
    match(medium, '^(.*cp.*|ppc|retargeting|paid.*)$'), 'Paid Other',
    kind = 'shopping' OR match(lower(campaign), '^(.*(([^a-df-z]|^)shop|shopping).*)$'), 'Organic Shopping',
    kind = 'social' OR medium IN ('social', 'social-network', 'social-media', 'sm', 'social network', 'social media'), 'Organic Social',
    kind = 'video' OR match(medium, '^(.*video.*)$'), 'Organic Video',
    kind = 'search' OR medium = 'organic', 'Organic Search',
    medium IN ('referral', 'app', 'link'), 'Referral',
    source IN ('email', 'e-mail', 'e_mail', 'e mail') OR medium IN ('email', 'e-mail', 'e_mail', 'e mail'), 'Email',
    medium = 'affiliate' OR medium = 'affiliates', 'Affiliates',
    medium = 'audio', 'Audio',
    source = 'sms' OR medium = 'sms', 'SMS',
    endsWith(medium, 'push') OR position(medium, 'mobile') > 0 OR position(medium, 'notification') > 0 OR source = 'firebase', 'Mobile Push',
    'Unassigned')
