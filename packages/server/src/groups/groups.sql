-- Companies of a workspace, or one: filtered, searched, sorted by any column or trait, from a cursor on.
-- Every column is also a text in `fields`, so that filters and sorting are parameters and not pieces of SQL.
WITH
    rows AS
    (
        SELECT group_id, traits, special, members, events, visits, revenue, first_seen, last_seen, lead, customer, first_touch, days,
               mapConcat(
                   mapFilter((name, value) -> value != '', map(
                       'groupId', group_id,
                       'name', if(special['name'] != '', special['name'], traits['name']),
                       'domain', special['domain'],
                       'employees', special['employees'],
                       'industry', special['industry'],
                       'plan', special['plan'],
                       'members', toString(members),
                       'events', toString(events),
                       'visits', toString(visits),
                       'revenue', toString(revenue),
                       'firstSeen', ifNull(toString(first_seen), ''),
                       'lastSeen', ifNull(toString(last_seen), ''),
                       'lead', ifNull(toString(lead), ''),
                       'customer', ifNull(toString(customer), ''),
                       'channel', first_touch.channel,
                       'source', first_touch.source,
                       'medium', first_touch.medium,
                       'campaign', first_touch.campaign)),
                   mapApply((name, value) -> (concat('traits.', name), value), traits)) AS fields
        FROM spectacle.groups FINAL
        WHERE workspace = {workspace:String}
          AND ({groupId:String} = '' OR group_id = {groupId:String})
          AND (calls > 0 OR events > 0)
    ),
    found AS
    (
        SELECT *,
               fields[{sort:String}] AS sort_value,
               spectacle_number(spectacle_plain(sort_value)) AS sort_number,
               -- numbers and dates, then texts, then what is missing, whatever the direction
               multiIf(sort_value = '', 2, isNull(sort_number), 1, 0) AS sort_rank,
               ifNull(sort_number, 0) AS sort_as_number,
               if(sort_rank = 1, lowerUTF8(spectacle_plain(sort_value)), '') AS sort_as_text,
               count() OVER () AS total
        FROM rows
        WHERE arrayAll(f -> spectacle_meets(fields[f.1], f.2, f.3), {filters:Array(Tuple(String, String, String))})
          AND ({search:String} = '' OR positionCaseInsensitiveUTF8(
                  concat(group_id, '\n', spectacle_plain(fields['name']), '\n', spectacle_plain(fields['domain']), '\n',
                         spectacle_plain(special['email'])), {search:String}) > 0)
    )
SELECT group_id AS groupId,
       traits, special, members, events, visits, revenue,
       first_seen AS firstSeen, last_seen AS lastSeen, lead, customer,
       if(visits > 0, (first_touch.channel, first_touch.source, first_touch.medium, first_touch.campaign), ('', '', '', '')) AS firstTouch,
       arrayMap(day -> days[today() - 29 + day], range(30)) AS activity,
       total,
       sort_rank AS sortRank, sort_as_number AS sortNumber, sort_as_text AS sortText
FROM found
WHERE {afterId:String} = ''
   OR sort_rank > {afterRank:UInt8}
   OR (sort_rank = {afterRank:UInt8} AND if({descending:Bool},
         (sort_as_number, sort_as_text) < ({afterNumber:Float64}, {afterText:String}),
         (sort_as_number, sort_as_text) > ({afterNumber:Float64}, {afterText:String})))
   OR (sort_rank = {afterRank:UInt8} AND sort_as_number = {afterNumber:Float64} AND sort_as_text = {afterText:String} AND group_id > {afterId:String})
ORDER BY sort_rank,
         if({descending:Bool}, -sort_as_number, sort_as_number),
         if({descending:Bool}, '', sort_as_text) ASC,
         if({descending:Bool}, sort_as_text, '') DESC,
         group_id
LIMIT {limit:UInt32}
