-- What each dirty visitor did, by subject and acting group, with the visits that began as that subject (SPEC section 7). Written only
-- where it is another one than before, so that a row's version says since when it is as it is, or where the run is about one of its
-- messages: that may have been stored in the middle of an earlier run, which saw it here and not in the steps before.
INSERT INTO spectacle.trails
    (workspace, subject, visitor, acting, events, first_seen, last_seen, lead, lead_id, identified, assertions, traits, payments, visits, days, print, version)
WITH
    settings AS
    (
        SELECT workspace AS settings_of,
               JSONExtractString(settings, 'currency') AS home_currency,
               JSONExtract(settings, 'cutoffEvents', 'Array(String)') AS cutoff_events,
               JSONExtract(settings, 'domains', 'Array(String)') AS own_domains
        FROM spectacle.workspaces FINAL
    ),
    sites AS (SELECT domain AS site, name, kind FROM spectacle.sites FINAL),
    facts AS
    (
        SELECT *,
               if(empty(cutoff_events), type = 'identify', type = 'track' AND has(cutoff_events, event)) AS cuts_off,
               if(source = '' AND medium = '' AND campaign = '' AND term = '' AND content = '' AND click_id = '', '',
                  arrayStringConcat([source, medium, campaign, term, content, click_id], '\n')) AS campaign_key,
               type = 'page' AND referrer_domain != '' AND NOT has(own_domains, referrer_domain)
                   AND by_host.kind NOT IN ('payment', 'sign-in') AND by_domain.kind NOT IN ('payment', 'sign-in') AS external,
               if(by_host.site != '', by_host.name, if(by_domain.site != '', by_domain.name, referrer_domain)) AS referrer_name,
               if(by_host.site != '', by_host.kind, by_domain.kind) AS referrer_kind
        FROM
        (
            SELECT workspace, visitor, subject, acting_group, message_id, type, event, timestamp, group_id, traits,
                   page_url, page_referrer, referrer_domain, lower(domainWithoutWWW(page_referrer)) AS referrer_host,
                   source, medium, campaign, term, content, click_id, country, revenue, currency, transaction_id, version
            FROM spectacle.events FINAL
            WHERE (workspace, visitor) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'visitor')
        ) AS e
        LEFT JOIN settings ON settings.settings_of = e.workspace
        LEFT JOIN sites AS by_host ON by_host.site = e.referrer_host
        LEFT JOIN sites AS by_domain ON by_domain.site = e.referrer_domain
    ),
    steps AS
    (
        SELECT *,
               type = 'page' AND (
                   external
                   OR countIf(type = 'page') OVER (stream ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) = 0
                   OR dateDiff('millisecond', lagInFrame(timestamp, 1, toDateTime64(0, 3, 'UTC')) OVER (stream ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), timestamp) >= 30 * 60 * 1000
               ) AS begins_anyway
        FROM facts
        WINDOW stream AS (PARTITION BY workspace, visitor ORDER BY timestamp, message_id)
    ),
    -- sites lists ad-click ids as "gclid=" with source and medium, and names as in utm_source; journeys/channel.sql has the rules.
    -- The campaign of the visit under way is that of the last page that began a visit or carried a campaign: a page that
    -- carries the visit's own campaign changes nothing, one that carries another begins a visit.
    visits AS
    (
        SELECT *,
               begins_anyway OR (type = 'page' AND campaign_key != '' AND campaign_key != ifNull(
                   last_value(if(begins_anyway OR (type = 'page' AND campaign_key != ''), campaign_key, NULL))
                       OVER (PARTITION BY workspace, visitor ORDER BY timestamp, message_id
                             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '')) AS begins,
               spectacle_source(source, click.name, click.kind, if(external, referrer_name, ''), campaign_key != '') AS visit_source,
               spectacle_medium(source, medium, click.kind, if(external, referrer_name, ''), if(external, referrer_kind, ''), campaign_key != '') AS visit_medium,
               -- www.linkedin.com and https://linkedin.com/ in utm_source mean LinkedIn
               replaceRegexpOne(visit_source, '^(?:https?://)?(?:www\\.)?([^/]*).*$', '\\1') AS named
        FROM steps
        LEFT JOIN sites AS click ON click.site = extract(steps.click_id, '^[^=]+=')
    ),
    rows AS
    (
        SELECT visits.*,
               substringIndex(click_id, '=', 1) AS click,
               spectacle_channel(visit_source, visit_medium, campaign,
                   if(source = '' AND external AND visit_source = lower(referrer_name), referrer_kind, by_source.kind)) AS default_channel,
               if(begins, spectacle_rule(channel_rules, [visit_source, visit_medium, campaign, term, content, click, referrer_host,
                   cutQueryStringAndFragment(page_url), default_channel]), 0) AS rule,
               if(rule = 0, default_channel, channel_rules[rule].1) AS channel
        FROM visits
        LEFT JOIN sites AS by_source ON by_source.site = visits.named
        LEFT JOIN (SELECT workspace AS rules_of, channel_rules FROM spectacle.workspaces FINAL) AS ruled ON ruled.rules_of = visits.workspace
    )
SELECT workspace,
       subject,
       visitor,
       acting_group,
       count(),
       min(timestamp),
       max(timestamp),
       minOrNullIf(timestamp, cuts_off),
       argMinIf(message_id, (timestamp, message_id), cuts_off),
       minOrNullIf(timestamp, type = 'identify'),
       groupArrayIf((timestamp, message_id, group_id), group_id != ''),
       maxMap(CAST(arrayMap(pair -> (pair.1, (timestamp, message_id, pair.2)),
                            if(type = 'identify', JSONExtractKeysAndValuesRaw(traits), [])),
                   'Map(String, Tuple(DateTime64(3, \'UTC\'), String, String))')),
       groupArrayIf((timestamp, message_id, assumeNotNull(revenue),
                     multiIf(transaction_id = '' OR revenue = 0, concat('=', message_id), revenue < 0, concat('-', transaction_id), concat('+', transaction_id)),
                     if(currency = home_currency, '', currency)),
                    type = 'track' AND revenue IS NOT NULL),
       arraySort(groupArrayIf((timestamp, message_id, channel, visit_source, visit_medium, campaign, term, content, page_url, page_referrer,
                               default_channel, click, country), begins)) AS began,
       sumMap(CAST(if(timestamp >= now() - INTERVAL 32 DAY, [(toDate(timestamp), 1)], []), 'Map(Date, UInt32)')),
       sipHash64(sum(sipHash64(message_id, version)), began) AS print,
       {batch:UInt64}
FROM rows
GROUP BY workspace, subject, visitor, acting_group
HAVING {from:UInt64} = 0
    OR countIf((workspace, message_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'message')) > 0
    OR (workspace, subject, visitor, acting_group, print) NOT IN
(
    SELECT workspace, subject, visitor, acting, print
    FROM spectacle.trails FINAL
    WHERE (workspace, subject) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject')
)
