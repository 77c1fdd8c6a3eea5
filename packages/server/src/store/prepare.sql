CREATE DATABASE IF NOT EXISTS spectacle;

CREATE TABLE IF NOT EXISTS spectacle.migrations
(
    name       String,
    applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = MergeTree
ORDER BY name;
