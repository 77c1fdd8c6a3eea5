-- Of some journeys: whose they are, when they ended, and what their latest visits came through.
SELECT id, cutoff, length(visits.channel) AS visitsInAll, arraySlice(visits.channel, -{latest:UInt8}) AS channels,
       if({level:String} = 'group', named.name, person.name) AS name
FROM spectacle.journeys FINAL
LEFT JOIN
(
    SELECT group_id, spectacle_plain(arrayFirst(v -> v != '', [special['name'], special['domain'], traits['name']])) AS name
    FROM spectacle.groups FINAL
    WHERE {level:String} = 'group' AND workspace = {workspace:String} AND group_id IN {ids:Array(String)}
) AS named ON named.group_id = journeys.id
LEFT JOIN
(
    SELECT person_id, arrayFirst(v -> v != '', [trimBoth(spectacle_plain(traits['name'])),
               trimBoth(concat(spectacle_plain(traits['firstName']), ' ', spectacle_plain(traits['lastName']))), emails[1], user_id]) AS name
    FROM spectacle.people FINAL
    WHERE {level:String} = 'person' AND workspace = {workspace:String} AND person_id IN {ids:Array(String)}
) AS person ON person.person_id = journeys.id
WHERE workspace = {workspace:String} AND level = {level:String} AND id IN {ids:Array(String)}
