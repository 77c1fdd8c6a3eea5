SELECT workspace, settings FROM spectacle.workspaces FINAL ORDER BY workspace
