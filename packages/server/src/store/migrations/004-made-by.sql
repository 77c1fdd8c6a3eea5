-- What an operator wants to know before revoking a token: what it is for, and which log-ins it opened.
ALTER TABLE spectacle.tokens
    ADD COLUMN IF NOT EXISTS name String AFTER role,
    ADD COLUMN IF NOT EXISTS opened_by String COMMENT 'of a log-in to the web app: the hash of the token it was opened with' AFTER name;

ALTER TABLE spectacle.workspaces
    ADD COLUMN IF NOT EXISTS made_by String COMMENT 'the workspace whose admin made it; empty for that of the first start' AFTER settings;
