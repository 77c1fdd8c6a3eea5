-- Where the visits of a workspace would be with other channel rules: how many, by the channel that they have now, the one that
-- they would have, and the rule that says so (0: none); with the latest three of each as examples.
SELECT channel AS before, if(rule = 0, default_channel, rules[rule].1) AS after, rule, count() AS visits,
       if(before = after, [], groupArraySorted(3)((-toUnixTimestamp64Milli(timestamp), message_id, source, medium, campaign, term, content, click, host, page))) AS examples
FROM
(
    SELECT visit.timestamp AS timestamp, visit.message_id AS message_id, visit.channel AS channel, visit.source AS source, visit.medium AS medium,
           visit.campaign AS campaign, visit.term AS term, visit.content AS content, visit.click AS click, visit.default_channel AS default_channel,
           lower(domainWithoutWWW(visit.referrer)) AS host,
           cutQueryStringAndFragment(visit.landing_page) AS page,
           {rules:Array(Tuple(String, Array(Tuple(UInt8, String, UInt8))))} AS rules,
           spectacle_rule(rules, [source, medium, campaign, term, content, click, host, page, default_channel]) AS rule
    FROM (SELECT visits FROM spectacle.trails FINAL WHERE workspace = {workspace:String} AND notEmpty(visits))
    ARRAY JOIN visits AS visit
)
GROUP BY before, after, rule
ORDER BY visits DESC, before, after, rule
