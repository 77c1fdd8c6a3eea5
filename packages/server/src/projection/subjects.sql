-- Every id that the dirty visitors' events carry may now be another person.
INSERT INTO spectacle.dirty (batch, kind, workspace, key)
SELECT DISTINCT {batch:UInt64}, 'subject', workspace,
       arrayJoin(arrayFilter(id -> id != '',
       [
           subject,
           if(anonymous_id = '', '', concat('anon:', anonymous_id)),
           if(email = '', '', concat('email:', email)),
           if(previous_id = '', '', concat('anon:', previous_id))
       ])) AS id
FROM spectacle.events
WHERE (workspace, visitor) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'visitor')
