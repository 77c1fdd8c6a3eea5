-- The only table that is not derived. A retry repeats workspace, visitor, client_time and message_id, so its rows meet in
-- one place of one partition and collapse; what a retry does not repeat (the corrected timestamp) is in no key.
CREATE TABLE spectacle.events
(
    workspace         LowCardinality(String),
    visitor           String COMMENT 'anon:<anonymousId> if the event has one, else its subject',
    client_time       DateTime64(3, 'UTC') COMMENT 'the time as the client sends it again in a retry; epoch if none' CODEC(DoubleDelta, ZSTD(3)),
    message_id        String CODEC(ZSTD(3)),
    subject           String COMMENT 'the strongest id: user:…, else email:…, else anon:…' CODEC(ZSTD(3)),
    type              LowCardinality(String),
    event             String COMMENT 'name of a track event or of a page' CODEC(ZSTD(3)),
    timestamp         DateTime64(3, 'UTC') COMMENT 'event time, corrected for clock skew' CODEC(DoubleDelta, ZSTD(3)),
    received_at       DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(3)),
    user_id           String CODEC(ZSTD(3)),
    anonymous_id      String CODEC(ZSTD(3)),
    email             String CODEC(ZSTD(3)),
    previous_id       String CODEC(ZSTD(3)),
    group_id          String COMMENT 'the group whose membership the event asserts' CODEC(ZSTD(3)),
    acting_group      String COMMENT 'context.groupId: the group the event counts for' CODEC(ZSTD(3)),
    page_title        String CODEC(ZSTD(3)),
    page_url          String CODEC(ZSTD(3)),
    page_path         String CODEC(ZSTD(3)),
    page_referrer     String CODEC(ZSTD(3)),
    referrer_domain   String COMMENT 'registrable domain of the referrer, empty if it is the page''s own' CODEC(ZSTD(3)),
    source            String CODEC(ZSTD(3)),
    medium            String CODEC(ZSTD(3)),
    campaign          String CODEC(ZSTD(3)),
    term              String CODEC(ZSTD(3)),
    content           String CODEC(ZSTD(3)),
    click_id          String COMMENT 'name and value of the ad-click id: gclid=…' CODEC(ZSTD(3)),
    revenue           Nullable(Int64) COMMENT 'in the smallest unit of currency' CODEC(ZSTD(3)),
    currency          LowCardinality(String),
    transaction_id    String CODEC(ZSTD(3)),
    properties        String COMMENT 'JSON as sent' CODEC(ZSTD(3)),
    traits            String COMMENT 'JSON as sent' CODEC(ZSTD(3)),
    special           String COMMENT 'JSON: special group traits, normalised' CODEC(ZSTD(3)),
    context           String COMMENT 'JSON as sent, without what has a column' CODEC(ZSTD(3)),
    warnings          String COMMENT 'JSON: [{code, message}]' CODEC(ZSTD(3)),
    -- Which row of one message counts: different contents are decided by their hash (40 bits), copies of one content by
    -- the first receipt and then by the earlier timestamp (44 bits of milliseconds each, negated: larger wins).
    -- The collector sends it along (collector/version.ts); this is for whoever inserts rows without it.
    version           UInt128 DEFAULT
        bitShiftLeft(toUInt128(bitShiftRight(sipHash64(
            visitor, client_time, subject, type, event, user_id, anonymous_id, email, previous_id, group_id, acting_group,
            page_title, page_url, page_referrer, source, medium, campaign, term, content, click_id,
            ifNull(toString(revenue), ''), currency, transaction_id, properties, traits), 24)), 88)
        + bitShiftLeft(toUInt128(17592186044415 - toUnixTimestamp64Milli(received_at)), 44)
        + toUInt128(17592186044415 - toUnixTimestamp64Milli(timestamp)) CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, visitor, client_time, message_id)
-- merge_selector_base: how much larger than its largest part a merge must be. Inserts of a busy collector are small, and with
-- the default of 5 their rows were merged so often that merging cost more than inserting.
-- compress_block_size: whoever wants one visitor unpacks whole blocks. A quarter of the default of 64 KB makes a company's timeline
-- of 50 million events a third cheaper and the table 3 % larger.
SETTINGS index_granularity = 512, merge_selector_base = 10, min_compress_block_size = 16384, max_compress_block_size = 65536;

-- Finds the messages that came with different contents: two rows for one message_hash. Holds hashes only. Each run of the
-- projection notes what it derives from.
CREATE TABLE spectacle.messages
(
    workspace    LowCardinality(String),
    message_hash UInt64 CODEC(Delta, ZSTD(1)),
    content_hash UInt64 COMMENT 'the 40 bits that decide which content counts' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree
ORDER BY (workspace, message_hash, content_hash)
SETTINGS index_granularity = 256, merge_selector_base = 10;

-- The last days in order of receipt: the live feed, and what to project again after a crash.
CREATE TABLE spectacle.arrivals
(
    workspace   LowCardinality(String),
    received_at DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
    visitor     String CODEC(ZSTD(1)),
    client_time DateTime64(3, 'UTC') CODEC(ZSTD(1)),
    message_id  String CODEC(ZSTD(1)),
    group_id    String CODEC(ZSTD(1))
)
ENGINE = MergeTree
ORDER BY (workspace, received_at)
TTL toDateTime(received_at) + INTERVAL 7 DAY
SETTINGS index_granularity = 1024, merge_selector_base = 10;

CREATE MATERIALIZED VIEW spectacle.arrivals_of_events TO spectacle.arrivals AS
SELECT workspace, received_at, visitor, client_time, message_id, group_id
FROM spectacle.events;

-- What the collector refused, for the live feed.
CREATE TABLE spectacle.rejections
(
    workspace   LowCardinality(String),
    received_at DateTime64(3, 'UTC'),
    rejection   String DEFAULT toString(generateUUIDv4()) COMMENT 'an id of its own: the event may have had none',
    message_id  String,
    code        LowCardinality(String),
    message     String,
    payload     String COMMENT 'the start of the event as sent, at most 2,000 characters'
)
ENGINE = MergeTree
ORDER BY (workspace, received_at)
TTL toDateTime(received_at) + INTERVAL 7 DAY;
