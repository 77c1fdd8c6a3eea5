-- What the dirty visitors' events say about groups: group calls, and identify calls that name a company. PREWHERE as in payments.sql.
INSERT INTO spectacle.group_calls (workspace, group_id, visitor, client_time, message_id, timestamp, subject, traits, special, version)
SELECT workspace, group_id, visitor, client_time, message_id, timestamp, subject,
       if(type = 'group', traits,
          if(JSONHas(traits, 'companyName'), concat('{"name":', JSONExtractRaw(traits, 'companyName'), '}'), '{}')),
       special, version
FROM spectacle.events FINAL
PREWHERE group_id != ''
WHERE (workspace, visitor) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'visitor')
