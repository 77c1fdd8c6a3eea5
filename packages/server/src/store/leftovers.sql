SELECT name FROM system.databases WHERE startsWith(name, 'spectacle_past_') ORDER BY name
