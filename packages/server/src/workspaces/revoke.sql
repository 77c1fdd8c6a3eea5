-- A token given by its hash or the start of it opens nothing any more, nor do the sessions that were opened with it.
INSERT INTO spectacle.tokens (token_hash, workspace, role, name, created_at, revoked, version)
SELECT token_hash, workspace, role, name, created_at, 1, version + 1
FROM spectacle.tokens FINAL
WHERE workspace = {workspace:String} AND revoked = 0 AND startsWith(token_hash, {hash:String})
