-- An arrival without a message: "look at this visitor again".
INSERT INTO spectacle.arrivals (workspace, received_at, visitor, client_time, message_id, group_id)
SELECT {workspace:String}, now64(3), arrayJoin({visitors:Array(String)}), 0, '', ''
