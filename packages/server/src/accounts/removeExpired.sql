-- The newest log-in of an account stays: it tells when somebody was seen last.
ALTER TABLE spectacle.sessions DELETE
WHERE seen_at < {unseenSince:DateTime64(3, 'UTC')}
  AND (email, seen_at) NOT IN (SELECT email, max(seen_at) FROM spectacle.sessions WHERE email != '' GROUP BY email);

ALTER TABLE spectacle.invitations DELETE WHERE expires_at < {expiredBefore:DateTime64(3, 'UTC')};
