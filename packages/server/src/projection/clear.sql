TRUNCATE TABLE spectacle.dirty;

TRUNCATE TABLE spectacle.owned;

TRUNCATE TABLE spectacle.shares;

TRUNCATE TABLE spectacle.money;

TRUNCATE TABLE spectacle.stints;
