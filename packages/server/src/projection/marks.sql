SELECT count() AS marks FROM spectacle.dirty WHERE batch = {batch:UInt64}
