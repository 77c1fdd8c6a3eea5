-- Visits and visitors by the values of the breakdown: everybody's, with or without a company. people adds up to the visitors of all values, each once.
SELECT visit.1 AS key, count() AS visits, countIf(visit.2 = 1) AS visitors, countIf(visit.3 = 1) AS people
FROM
(
    SELECT arrayFilter((k, t) -> t >= {from:DateTime64(3, 'UTC')} AND t < {to:DateTime64(3, 'UTC')},
               if({by:String} = 'channel', visits.channel, if({by:String} = 'source', visits.source, if({by:String} = 'medium', visits.medium,
                   if({by:String} = 'campaign', visits.campaign, if({by:String} = 'term', visits.term, if({by:String} = 'content', visits.content,
                   if({by:String} = 'landingPage', visits.landing_page,
                   if({by:String} = 'referrer', visits.referrer, visits.country)))))))),
               visits.timestamp) AS keys
    FROM spectacle.person_visits FINAL
    WHERE workspace = {workspace:String}
)
ARRAY JOIN arrayZip(keys, arrayEnumerateUniq(keys), arrayEnumerate(keys)) AS visit
GROUP BY key
