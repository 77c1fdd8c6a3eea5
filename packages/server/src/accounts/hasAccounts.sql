SELECT count() > 0 AS any FROM (SELECT 1 FROM spectacle.accounts LIMIT 1)
