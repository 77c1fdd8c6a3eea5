-- The events that count between two places, in the order in which they are stored; the second place is in it.
WITH page AS
(
    SELECT visitor, client_time, message_id, subject, type, event, timestamp, received_at, user_id, anonymous_id, email, previous_id, group_id,
           acting_group, page_title, page_url, page_path, page_referrer, source, medium, campaign, term, content, click_id,
           properties, traits, context
    FROM spectacle.events FINAL
    WHERE workspace = {workspace:String} AND visitor >= {afterVisitor:String} AND ({toId:String} = '' OR visitor <= {toVisitor:String})
      AND (visitor, client_time, message_id) > ({afterVisitor:String}, {afterTime:DateTime64(3, 'UTC')}, {afterId:String})
      AND ({toId:String} = '' OR (visitor, client_time, message_id) <= ({toVisitor:String}, {toTime:DateTime64(3, 'UTC')}, {toId:String}))
)
SELECT visitor, client_time AS clientTime, message_id AS messageId, type, event, timestamp, received_at AS receivedAt,
       if(known.person_id = '', page.subject, known.person_id) AS personId,
       user_id AS userId, anonymous_id AS anonymousId, email, previous_id AS previousId, group_id AS groupId, acting_group AS actingGroup,
       page_title AS title, page_url AS url, page_path AS path, page_referrer AS referrer,
       source, medium, campaign, term, content, click_id AS clickId, properties, traits, context
FROM page
LEFT JOIN
(
    SELECT subject, person_id FROM spectacle.identities FINAL
    WHERE workspace = {workspace:String} AND subject IN (SELECT subject FROM page)
) AS known ON known.subject = page.subject
ORDER BY visitor, client_time, message_id
