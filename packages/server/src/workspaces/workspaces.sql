SELECT workspace, settings, made_by AS madeBy FROM spectacle.workspaces FINAL ORDER BY workspace
