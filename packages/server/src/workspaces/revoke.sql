-- A token given by its hash or the start of it, and the log-ins made with it, open nothing any more.
INSERT INTO spectacle.tokens (token_hash, workspace, role, name, opened_by, created_at, revoked, version)
SELECT token_hash, workspace, role, name, opened_by, created_at, 1, version + 1
FROM spectacle.tokens FINAL
WHERE workspace = {workspace:String} AND revoked = 0
  AND (startsWith(token_hash, {hash:String}) OR startsWith(opened_by, {hash:String}))
