-- Exchange rates, as the operator loads them: like settings, not derived from events. Each rate that was ever loaded is kept,
-- so that it can be told what was known when.
CREATE TABLE spectacle.rates
(
    workspace LowCardinality(String),
    currency  LowCardinality(String),
    day       Date32,
    rate      UInt128 COMMENT 'units of the currency for one euro, times 10^12; 0: removed',
    version   UInt64 COMMENT 'when it was loaded, in milliseconds since 1970; the latest counts'
)
ENGINE = ReplacingMergeTree
ORDER BY (workspace, currency, day, version);

-- Derived from the rates: for each day and currency what an amount is in the workspace's own, in smallest units of both:
-- amount * numerator / denominator. A day without a rate has that of the last day before, at most seven days back.
CREATE TABLE spectacle.exchange
(
    workspace   LowCardinality(String),
    currency    LowCardinality(String),
    day         Date32,
    numerator   UInt128,
    denominator UInt128,
    rate        Float64 COMMENT 'main units of the workspace''s currency for one of this',
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, currency, day);

-- Payments in every currency, and what they are in the workspace's own. The new columns are filled when a workspace is derived again.
ALTER TABLE spectacle.trails
    DROP COLUMN IF EXISTS payments;

ALTER TABLE spectacle.trails
    ADD COLUMN IF NOT EXISTS payments Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, amount Int64, transaction String,
        currency LowCardinality(String))) AFTER traits;

ALTER TABLE spectacle.shares
    DROP COLUMN IF EXISTS payments;

ALTER TABLE spectacle.shares
    ADD COLUMN IF NOT EXISTS payments Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, amount Int64, transaction String,
        currency LowCardinality(String))) AFTER traits;

ALTER TABLE spectacle.money
    DROP COLUMN IF EXISTS payments;

ALTER TABLE spectacle.money
    ADD COLUMN IF NOT EXISTS payments Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, revenue Int64, transaction String,
        amount Int64, currency LowCardinality(String), rate Float64));

ALTER TABLE spectacle.person_visits
    ADD COLUMN IF NOT EXISTS `payments.amount` Array(Int64),
    ADD COLUMN IF NOT EXISTS `payments.currency` Array(LowCardinality(String)),
    ADD COLUMN IF NOT EXISTS `payments.rate` Array(Float64);

ALTER TABLE spectacle.journeys
    ADD COLUMN IF NOT EXISTS `payments.amount` Array(Int64),
    ADD COLUMN IF NOT EXISTS `payments.currency` Array(LowCardinality(String)),
    ADD COLUMN IF NOT EXISTS `payments.rate` Array(Float64);
