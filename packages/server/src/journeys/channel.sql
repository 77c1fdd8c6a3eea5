-- How a visit gets its source, medium and channel. Functions are server-wide, hence the prefix. They are written for few
-- nodes rather than for many branches: statements that call them run every second and are analysed each time.

-- Source: as the campaign says; else of an ad-click id; else the referrer; else of an ad-click id that anybody's link carries.
-- click: the id's source and medium ('' without one); referrer: name of an external one, or ''; tagged: the page carries campaign parameters.
CREATE OR REPLACE FUNCTION spectacle_source AS (source, click, click_medium, referrer, tagged) -> lower(multiIf(
    source != '', source,
    click_medium NOT IN ('', 'weak'), click,
    referrer != '', referrer,
    click != '', click,
    tagged, '(not set)',
    '(direct)'));

-- Medium: as the campaign says; else of an ad-click id; else by what the referrer is known as.
CREATE OR REPLACE FUNCTION spectacle_medium AS (source, medium, click_medium, referrer, referrer_kind, tagged) -> lower(multiIf(
    medium != '', medium,
    click_medium NOT IN ('', 'weak'), click_medium,
    source != '', '(not set)',
    referrer != '' OR click_medium != '', transform(referrer_kind, ['search', 'social', 'email', 'display'], ['organic', 'social', 'email', 'display'], 'referral'),
    tagged, '(not set)',
    '(none)'));

-- GA4's default channel groups, top-down, first match wins (https://support.google.com/analytics/answer/9756891), with
-- "AI Assistant" on top. Every condition gives the place of its channel in that order, and the smallest place wins.
-- source and medium in lower case; kind: what the source is known as (sites), or ''.
CREATE OR REPLACE FUNCTION spectacle_channel AS (source, medium, campaign, kind) -> [
    'AI Assistant', 'Direct', 'Cross-network', 'Paid Shopping', 'Paid Search', 'Paid Social', 'Paid Video', 'Display', 'Paid Other',
    'Organic Shopping', 'Organic Social', 'Organic Video', 'Organic Search', 'Referral', 'Email', 'Affiliates', 'Audio', 'SMS',
    'Mobile Push', 'Unassigned'
][least(
    20,
    if(source = '(direct)' AND medium IN ('(none)', '(not set)'), 2, 20),
    if(position(lower(campaign), 'cross-network') > 0, 3, 20),
    if(match(lower(campaign), '([^a-df-z]|^)shop|shopping'), if(match(medium, 'cp|^(ppc|retargeting)$|^paid'), 4, 10), 20),
    if(match(medium, 'cp|^(ppc|retargeting)$|^paid'),
       transform(kind, ['shopping', 'search', 'social', 'video'], [4, 5, 6, 7], 9),
       transform(kind, ['ai', 'shopping', 'social', 'video', 'search', 'email', 'sms', 'push'], [1, 10, 11, 12, 13, 15, 18, 19], 20)),
    transform(medium,
        ['display', 'banner', 'expandable', 'interstitial', 'cpm', 'social', 'social-network', 'social-media', 'sm', 'social network', 'social media',
         'organic', 'referral', 'app', 'link', 'email', 'e-mail', 'e_mail', 'e mail', 'affiliate', 'audio', 'sms'],
        [8, 8, 8, 8, 8, 11, 11, 11, 11, 11, 11, 13, 14, 14, 14, 15, 15, 15, 15, 16, 17, 18], 20),
    if(position(medium, 'video') > 0, 12, 20),
    if(match(medium, 'push$|mobile|notification'), 19, 20))];

-- Which of a workspace's own rules fits first, 0 if none does. rules: workspaces.channel_rules; touch: the values of the fields
-- that rules may ask for, in the order of workspaces/channelRules.ts.
CREATE OR REPLACE FUNCTION spectacle_rule AS (rules, touch) -> arrayFirstIndex(
    rule -> arrayAll(condition -> (touch[condition.1] ILIKE condition.2) != condition.3, rule.2), rules);
