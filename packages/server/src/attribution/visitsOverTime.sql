-- Visits by the values of the breakdown and by period: everybody's, with or without a company.
SELECT if({by:String} = 'trait', spectacle_plain(value), visit_key) AS key, toString(toDate32(start)) AS period, sum(visits) AS visits
FROM
(
    SELECT visit_key, spectacle_period({period:String}, time, {timeZone:String}) AS start, count() AS visits
    FROM
    (
        SELECT visits.timestamp AS times,
               if({by:String} = 'channel', visits.channel, if({by:String} = 'source', visits.source, if({by:String} = 'medium', visits.medium,
                   if({by:String} = 'campaign', visits.campaign, if({by:String} = 'term', visits.term, if({by:String} = 'content', visits.content,
                   if({by:String} = 'landingPage', visits.landing_page, if({by:String} = 'referrer', visits.referrer,
                   if({by:String} = 'country', visits.country, arrayMap(p -> parts.group_id[p], visits.part)))))))))) AS keys
        FROM spectacle.person_visits FINAL
        WHERE workspace = {workspace:String}
    )
    ARRAY JOIN keys AS visit_key, times AS time
    WHERE time >= {from:DateTime64(3, 'UTC')} AND time < {to:DateTime64(3, 'UTC')}
    GROUP BY visit_key, start
) AS visits_for
LEFT JOIN
(
    SELECT group_id, if(traits[{trait:String}] != '', traits[{trait:String}], special[{trait:String}]) AS value
    FROM spectacle.groups FINAL
    WHERE {by:String} = 'trait' AND workspace = {workspace:String}
) AS companies ON companies.group_id = visits_for.visit_key
GROUP BY key, period
