SELECT person_id AS personId, user_id AS userId, emails, anonymous_ids AS anonymousIds, traits,
       group_id AS groupId, events, visits, revenue, first_seen AS firstSeen, last_seen AS lastSeen,
       if(visits > 0, (first_touch.channel, first_touch.source, first_touch.medium, first_touch.campaign), ('', '', '', '')) AS firstTouch,
       arrayMap(period -> (period.group_id, period.since, period.until, period.message_id), memberships) AS memberships
FROM spectacle.people FINAL
WHERE workspace = {workspace:String} AND person_id = {personId:String} AND events > 0
