-- The events of a group's members (and those that acted for the group), or of one person: newest first, from a cursor on.
WITH
    persons AS
    (
        SELECT person_id, memberships
        FROM spectacle.people FINAL
        WHERE workspace = {workspace:String}
          AND (person_id = {personId:String}
               OR ({groupId:String} != ''
                   AND if({history:Bool}, has(memberships.group_id, {groupId:String}), group_id = {groupId:String})
                   AND person_id IN (SELECT person_id FROM spectacle.contributions WHERE workspace = {workspace:String} AND group_id = {groupId:String})))
    ),
    -- The subjects, each with the periods whose events are wanted: everything, or (history) the person's times in the group.
    -- The first membership reaches back to the beginning.
    owned AS
    (
        SELECT subject,
               if({groupId:String} = '' OR NOT {history:Bool},
                  [((toDateTime64(0, 3, 'UTC'), ''), (toDateTime64('2299-12-31 00:00:00', 3, 'UTC'), ''))],
                  arrayFilter((period, id) -> id = {groupId:String},
                      arrayMap((start, after, index) ->
                              (if(index = 1, (toDateTime64(0, 3, 'UTC'), ''), (start.since, start.message_id)),
                               if(after.4 = '', (toDateTime64('2299-12-31 00:00:00', 3, 'UTC'), ''), (after.2, after.4))),
                          memberships,
                          arrayPopFront(arrayPushBack(memberships, ('', toDateTime64(0, 3, 'UTC'), NULL, ''))),
                          arrayEnumerate(memberships)),
                      memberships.group_id)) AS periods
        FROM spectacle.identities FINAL
        INNER JOIN persons USING (person_id)
        WHERE workspace = {workspace:String}
          AND subject IN (SELECT subject FROM spectacle.identities_by_person WHERE workspace = {workspace:String} AND person_id IN (SELECT person_id FROM persons))
    ),
    by_acting AS
    (
        SELECT DISTINCT subject FROM spectacle.trails_by_acting
        WHERE workspace = {workspace:String} AND acting = {groupId:String} AND {groupId:String} != ''
    ),
    trails AS
    (
        SELECT visitor, visits FROM spectacle.trails FINAL
        WHERE workspace = {workspace:String} AND (subject IN (SELECT subject FROM owned) OR subject IN by_acting)
    ),
    page AS
    (
        SELECT message_id, type, event, timestamp, e.subject AS subject, user_id, anonymous_id, email, group_id, acting_group, properties, traits,
               page_title, page_url, page_path, page_referrer, revenue, currency, warnings
        FROM
        (
            SELECT * FROM spectacle.events FINAL
            WHERE workspace = {workspace:String} AND visitor IN (SELECT visitor FROM trails)
        ) AS e
        LEFT JOIN owned ON owned.subject = e.subject
        WHERE (({groupId:String} = '' OR acting_group = '')
                   AND arrayExists(period -> (timestamp, message_id) >= period.1 AND (timestamp, message_id) < period.2, periods)
               OR ({groupId:String} != '' AND acting_group = {groupId:String}))
          AND (empty({types:Array(String)}) OR has({types:Array(String)}, type))
          AND ({afterId:String} = '' OR (timestamp, message_id) < ({afterTime:DateTime64(3, 'UTC')}, {afterId:String}))
        ORDER BY timestamp DESC, message_id DESC
        LIMIT {limit:UInt32}
    )
SELECT page.message_id AS messageId, type, event, page.timestamp AS timestamp,
       if(known.person_id = '', page.subject, known.person_id) AS personId,
       user_id AS userId, anonymous_id AS anonymousId, if(group_id != '', group_id, acting_group) AS groupId,
       properties, traits,
       page_title AS title, page_url AS url, page_path AS path, page_referrer AS referrer,
       began.visit AS visit, began.message_id != '' AS began,
       revenue, currency, user_id = '' AND email = '' AS anonymous, warnings
FROM page
LEFT JOIN
(
    SELECT subject, person_id FROM spectacle.identities FINAL
    WHERE workspace = {workspace:String} AND subject IN (SELECT subject FROM page)
) AS known ON known.subject = page.subject
LEFT JOIN
(
    SELECT arrayJoin(visits) AS visit, visit.message_id AS message_id FROM trails
    WHERE visit.message_id IN (SELECT message_id FROM page)
) AS began ON began.message_id = page.message_id
ORDER BY timestamp DESC, messageId DESC
