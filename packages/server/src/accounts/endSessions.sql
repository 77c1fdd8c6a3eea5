-- Sessions of an account or a token that end: those whose hash begins so, but one. An end is final, so it has the highest
-- version there is: whatever another request writes of the session at the same moment does not bring it back.
INSERT INTO spectacle.sessions (session_hash, email, token_hash, workspace, agent, created_at, seen_at, ended, version)
SELECT session_hash, email, token_hash, workspace, agent, created_at, seen_at, 1, 18446744073709551615
FROM spectacle.sessions FINAL
WHERE email = {email:String} AND token_hash = {token:String} AND ended = 0
  AND startsWith(session_hash, {hash:String}) AND session_hash != {except:String}
