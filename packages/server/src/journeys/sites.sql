SELECT count() AS sites, max(version) AS version FROM spectacle.sites FINAL
