-- The events of a group's members (and those that acted for the group), or of one person: newest first, from a cursor on.
WITH
    persons AS
    (
        SELECT person_id
        FROM spectacle.people FINAL
        WHERE workspace = {workspace:String}
          AND (person_id = {personId:String}
               OR ({groupId:String} != '' AND group_id = {groupId:String} AND person_id IN
                   (SELECT person_id FROM spectacle.contributions WHERE workspace = {workspace:String} AND group_id = {groupId:String})))
    ),
    owned AS
    (
        SELECT subject
        FROM spectacle.identities FINAL
        WHERE workspace = {workspace:String}
          AND subject IN (SELECT subject FROM spectacle.identities_by_person WHERE workspace = {workspace:String} AND person_id IN persons)
          AND person_id IN persons
    ),
    acting AS
    (
        SELECT DISTINCT subject FROM spectacle.trails_by_acting
        WHERE workspace = {workspace:String} AND acting = {groupId:String} AND {groupId:String} != ''
    ),
    trails AS
    (
        SELECT visitor, visits FROM spectacle.trails FINAL
        WHERE workspace = {workspace:String} AND (subject IN owned OR subject IN acting)
    ),
    page AS
    (
        SELECT message_id, type, event, timestamp, subject, user_id, anonymous_id, email, group_id, acting_group, properties, traits,
               page_title, page_url, page_path, page_referrer, revenue, currency, warnings
        FROM spectacle.events FINAL
        WHERE workspace = {workspace:String}
          AND visitor IN (SELECT visitor FROM trails)
          AND ((subject IN owned AND ({groupId:String} = '' OR acting_group = '')) OR ({groupId:String} != '' AND acting_group = {groupId:String}))
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
