SELECT count() FROM spectacle.events WHERE timestamp > '1980-01-01'
