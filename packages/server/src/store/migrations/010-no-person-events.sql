-- What it held is in deeds.
DROP TABLE IF EXISTS spectacle.person_events;
