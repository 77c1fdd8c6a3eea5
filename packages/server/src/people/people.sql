-- People of a workspace: the same filters, search, sorting and cursor as companies have.
WITH
    rows AS
    (
        SELECT person_id, user_id, emails, anonymous_ids, traits, group_id, events, visits, revenue, first_seen, last_seen, first_touch,
               mapConcat(
                   mapFilter((name, value) -> value != '', map(
                       'personId', person_id,
                       'userId', user_id,
                       'email', emails[1],
                       'name', spectacle_plain(traits['name']),
                       'groupId', group_id,
                       'events', toString(events),
                       'visits', toString(visits),
                       'revenue', toString(revenue),
                       'firstSeen', ifNull(toString(first_seen), ''),
                       'lastSeen', ifNull(toString(last_seen), ''),
                       'channel', first_touch.channel,
                       'source', first_touch.source,
                       'medium', first_touch.medium,
                       'campaign', first_touch.campaign)),
                   mapApply((name, value) -> (concat('traits.', name), value), traits)) AS fields
        FROM spectacle.people FINAL
        WHERE workspace = {workspace:String}
          AND events > 0
    ),
    found AS
    (
        SELECT *,
               fields[{sort:String}] AS sort_value,
               spectacle_number(spectacle_plain(sort_value)) AS sort_number,
               multiIf(sort_value = '', 2, isNull(sort_number), 1, 0) AS sort_rank,
               ifNull(sort_number, 0) AS sort_as_number,
               if(sort_rank = 1, lowerUTF8(spectacle_plain(sort_value)), '') AS sort_as_text,
               count() OVER () AS total
        FROM rows
        WHERE arrayAll(f -> spectacle_meets(fields[f.1], f.2, f.3), {filters:Array(Tuple(String, String, String))})
          AND ({search:String} = '' OR positionCaseInsensitiveUTF8(
                  concat(person_id, '\n', arrayStringConcat(emails, '\n'), '\n', arrayStringConcat(mapValues(traits), '\n')), {search:String}) > 0)
    ),
    page AS
    (
        SELECT *
        FROM found
        WHERE {afterId:String} = ''
           OR sort_rank > {afterRank:UInt8}
           OR (sort_rank = {afterRank:UInt8} AND if({descending:Bool},
                 (sort_as_number, sort_as_text) < ({afterNumber:Float64}, {afterText:String}),
                 (sort_as_number, sort_as_text) > ({afterNumber:Float64}, {afterText:String})))
           OR (sort_rank = {afterRank:UInt8} AND sort_as_number = {afterNumber:Float64} AND sort_as_text = {afterText:String} AND person_id > {afterId:String})
        ORDER BY sort_rank,
                 if({descending:Bool}, -sort_as_number, sort_as_number),
                 if({descending:Bool}, '', sort_as_text) ASC,
                 if({descending:Bool}, sort_as_text, '') DESC,
                 person_id
        LIMIT {limit:UInt32}
    ),
    names AS
    (
        SELECT group_id, if(special['name'] != '', special['name'], traits['name']) AS name
        FROM spectacle.groups FINAL
        WHERE workspace = {workspace:String} AND group_id IN
              (SELECT group_id FROM page)
    )
SELECT person_id AS personId, user_id AS userId, emails, anonymous_ids AS anonymousIds, page.traits AS traits,
       page.group_id AS groupId, spectacle_plain(names.name) AS groupName,
       events, visits, revenue, first_seen AS firstSeen, last_seen AS lastSeen,
       if(visits > 0, (first_touch.channel, first_touch.source, first_touch.medium, first_touch.campaign), ('', '', '', '')) AS firstTouch,
       total, sort_rank AS sortRank, sort_as_number AS sortNumber, sort_as_text AS sortText
FROM page
LEFT JOIN names ON names.group_id = page.group_id
ORDER BY sort_rank,
         if({descending:Bool}, -sort_as_number, sort_as_number),
         if({descending:Bool}, '', sort_as_text) ASC,
         if({descending:Bool}, sort_as_text, '') DESC,
         person_id
