-- The invitations of an address to a workspace are over: accepted, replaced or withdrawn.
INSERT INTO spectacle.invitations (secret_hash, workspace, email, role, invited_by, created_at, expires_at, over, version)
SELECT secret_hash, workspace, email, role, invited_by, created_at, expires_at, 1, 18446744073709551615
FROM spectacle.invitations FINAL
WHERE workspace = {workspace:String} AND email = {email:String} AND over = 0
