SELECT name FROM spectacle.migrations ORDER BY name
