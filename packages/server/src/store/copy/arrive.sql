-- Has the visitors of a page derived, by whoever derives there now or later: an arrival without a message.
INSERT INTO spectacle.arrivals (workspace, received_at, visitor, client_time, message_id, group_id)
SELECT DISTINCT workspace, now64(3), visitor, toDateTime64(0, 3, 'UTC'), '', ''
FROM spectacle.events
WHERE workspace = {workspace:String} AND visitor > {after:String} AND ({last:Bool} OR visitor <= {end:String})
