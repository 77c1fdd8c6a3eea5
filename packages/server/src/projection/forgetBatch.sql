TRUNCATE TABLE spectacle.dirty
