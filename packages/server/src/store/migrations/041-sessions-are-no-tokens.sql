-- Log-ins were tokens of their own before there were sessions. Nobody could end them now, so they open nothing any more.
INSERT INTO spectacle.tokens (token_hash, workspace, role, name, opened_by, created_at, revoked, version)
SELECT token_hash, workspace, role, name, opened_by, created_at, 1, version + 1
FROM spectacle.tokens FINAL
WHERE revoked = 0 AND opened_by != '';
