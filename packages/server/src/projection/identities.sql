-- Who each dirty subject is: a user is itself; an email is the user who first claimed it; a browser is the first user seen
-- with it, else the first email, then as that email. "First" is by (event time, messageId). Whose it was before is kept until all
-- that was derived before run {since} is known to be whole.
INSERT INTO spectacle.identities (workspace, subject, person_id, before, version)
WITH
    wanted AS (SELECT DISTINCT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'subject'),
    first_users AS
    (
        SELECT workspace, claimed, argMin(claimant, (timestamp, message_id)) AS person
        FROM spectacle.claims FINAL
        WHERE (workspace, claimed) IN wanted AND startsWith(claimant, 'user:')
        GROUP BY workspace, claimed
    ),
    first_emails AS
    (
        SELECT workspace, claimed, argMin(claimant, (timestamp, message_id)) AS email
        FROM spectacle.claims FINAL
        WHERE (workspace, claimed) IN wanted AND startsWith(claimant, 'email:')
        GROUP BY workspace, claimed
    ),
    users_of_emails AS
    (
        SELECT workspace, claimed, argMin(claimant, (timestamp, message_id)) AS person
        FROM spectacle.claims FINAL
        WHERE (workspace, claimed) IN (SELECT workspace, email FROM first_emails) AND startsWith(claimant, 'user:')
        GROUP BY workspace, claimed
    )
SELECT wanted.workspace,
       wanted.key,
       multiIf(startsWith(wanted.key, 'user:'), wanted.key,
               first_users.person != '', first_users.person,
               users_of_emails.person != '', users_of_emails.person,
               first_emails.email != '', first_emails.email,
               wanted.key) AS now_person,
       if(known.person_id = '', [], arrayDistinct(arrayPushBack(if(known.version >= {since:UInt64}, known.before, []), known.person_id))),
       {batch:UInt64}
FROM wanted
LEFT JOIN first_users ON first_users.workspace = wanted.workspace AND first_users.claimed = wanted.key
LEFT JOIN first_emails ON first_emails.workspace = wanted.workspace AND first_emails.claimed = wanted.key
LEFT JOIN users_of_emails ON users_of_emails.workspace = wanted.workspace AND users_of_emails.claimed = first_emails.email
LEFT JOIN
(
    SELECT workspace, subject, person_id, before, version FROM spectacle.identities FINAL WHERE (workspace, subject) IN wanted
) AS known ON known.workspace = wanted.workspace AND known.subject = wanted.key
WHERE now_person != known.person_id
