-- By their number: another process, taking this one for dead, may have begun a run.
ALTER TABLE spectacle.dirty DELETE WHERE batch = {batch:UInt64};

ALTER TABLE spectacle.owned DELETE WHERE batch = {batch:UInt64};

ALTER TABLE spectacle.shares DELETE WHERE batch = {batch:UInt64};

ALTER TABLE spectacle.money DELETE WHERE batch = {batch:UInt64};

ALTER TABLE spectacle.stints DELETE WHERE batch = {batch:UInt64};
