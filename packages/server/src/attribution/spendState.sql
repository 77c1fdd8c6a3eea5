-- Another answer when spend was loaded or removed.
SELECT count() AS entries, max(version) AS latest FROM spectacle.spend FINAL WHERE workspace = {workspace:String}
