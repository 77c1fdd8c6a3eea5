TRUNCATE TABLE spectacle.sites
