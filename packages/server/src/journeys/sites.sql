SELECT count() AS sites, max(version) AS version,
       ifNull((SELECT argMax(received_at, version) > toDateTime64(0, 3, 'UTC') FROM spectacle.checkpoints WHERE name = 'visits behind'), 0) AS behind
FROM spectacle.sites FINAL
