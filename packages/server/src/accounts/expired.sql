-- How many rows are of sessions and invitations that nobody can use any more by their age, whatever else became of them.
SELECT
    (
        SELECT count() FROM spectacle.sessions
        WHERE seen_at < {unseenSince:DateTime64(3, 'UTC')}
          AND (email, seen_at) NOT IN (SELECT email, max(seen_at) FROM spectacle.sessions WHERE email != '' GROUP BY email)
    ) AS sessions,
    (SELECT count() FROM spectacle.invitations WHERE expires_at < {expiredBefore:DateTime64(3, 'UTC')}) AS invitations
