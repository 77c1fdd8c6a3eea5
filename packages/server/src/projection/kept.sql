SELECT count() AS marks,
       uniqExactIf((workspace, key), kind = 'person') AS persons,
       uniqExactIf((workspace, other), kind = 'stay') AS groups
FROM spectacle.dirty
WHERE batch = {kept:UInt64}
