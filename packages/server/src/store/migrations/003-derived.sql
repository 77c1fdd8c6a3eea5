-- Everything below is derived from events and can be dropped and rebuilt while events arrive.

-- The keys that one run of the projection works on.
CREATE TABLE spectacle.dirty
(
    batch     UInt64,
    kind      LowCardinality(String) COMMENT 'message, visitor, subject, person, stay',
    workspace LowCardinality(String),
    key       String,
    other     String DEFAULT '' COMMENT 'of a stay: the group; its key is the person'
)
ENGINE = Memory;

-- The subjects of the persons that one run works on.
CREATE TABLE spectacle.owned (batch UInt64, workspace LowCardinality(String), person_id String, subject String) ENGINE = Memory;

-- What those persons did, apart by the group they acted for ('' if for none).
CREATE TABLE spectacle.shares
(
    batch       UInt64,
    workspace   LowCardinality(String),
    person_id   String,
    acting      String,
    events      UInt64,
    visits      UInt64,
    first_seen  DateTime64(3, 'UTC'),
    last_seen   DateTime64(3, 'UTC'),
    lead        Nullable(DateTime64(3, 'UTC')),
    assertions  Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, group_id String)),
    traits      Map(String, Tuple(timestamp DateTime64(3, 'UTC'), message_id String, value String)),
    payments    Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, revenue Int64, transaction String)),
    first_visit Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String, campaign String),
    days        Map(Date, UInt32)
)
ENGINE = Memory;

-- What those persons paid: of each transaction the one report that counts.
CREATE TABLE spectacle.money
(
    batch UInt64, workspace LowCardinality(String), person_id String, acting String, revenue Int64, customer Nullable(DateTime64(3, 'UTC'))
)
ENGINE = Memory;

-- What those of them who moved did in each group, where a workspace counts events for the group of their time.
CREATE TABLE spectacle.stints
(
    batch       UInt64,
    workspace   LowCardinality(String),
    person_id   String,
    group_id    String,
    events      UInt64,
    visits      UInt64,
    revenue     Int64,
    first_seen  DateTime64(3, 'UTC'),
    last_seen   DateTime64(3, 'UTC'),
    lead        Nullable(DateTime64(3, 'UTC')),
    customer    Nullable(DateTime64(3, 'UTC')),
    first_visit Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String, campaign String),
    days        Map(Date, UInt32)
)
ENGINE = Memory;

-- What one visitor (browser) did as one subject: a row for each (subject, visitor, acting group).
CREATE TABLE spectacle.trails
(
    workspace  LowCardinality(String),
    subject    String,
    visitor    String,
    acting     String,
    events     UInt64,
    first_seen DateTime64(3, 'UTC'),
    last_seen  DateTime64(3, 'UTC'),
    lead       Nullable(DateTime64(3, 'UTC')),
    assertions Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, group_id String)),
    traits     Map(String, Tuple(timestamp DateTime64(3, 'UTC'), message_id String, value String)),
    payments   Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, revenue Int64, transaction String)),
    visits     Array(Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String,
                           campaign String, term String, content String, landing_page String, referrer String)),
    days       Map(Date, UInt32),
    version    UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, subject, visitor, acting)
SETTINGS index_granularity = 64, min_compress_block_size = 16384, max_compress_block_size = 65536;

CREATE TABLE spectacle.trails_by_acting (workspace LowCardinality(String), acting String, subject String)
ENGINE = ReplacingMergeTree ORDER BY (workspace, acting, subject) SETTINGS index_granularity = 256;

CREATE MATERIALIZED VIEW spectacle.trails_by_acting_of_trails TO spectacle.trails_by_acting AS
SELECT workspace, acting, subject FROM spectacle.trails WHERE acting != '';

-- "This id was seen with that stronger id, first at …", for each visitor that says so.
CREATE TABLE spectacle.claims
(
    workspace  LowCardinality(String),
    claimed    String COMMENT 'anon:… or email:…',
    claimant   String COMMENT 'user:… or email:…',
    visitor    String,
    timestamp  DateTime64(3, 'UTC'),
    message_id String,
    version    UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, claimed, claimant, visitor)
SETTINGS index_granularity = 256;

-- Only email claimants: when an email gets a user, the browsers known by that email follow it.
CREATE TABLE spectacle.claims_by_email (workspace LowCardinality(String), claimant String, claimed String)
ENGINE = ReplacingMergeTree ORDER BY (workspace, claimant, claimed) SETTINGS index_granularity = 256;

CREATE MATERIALIZED VIEW spectacle.claims_by_email_of_claims TO spectacle.claims_by_email AS
SELECT workspace, claimant, claimed FROM spectacle.claims WHERE startsWith(claimant, 'email:');

-- Which person a subject is.
CREATE TABLE spectacle.identities
(
    workspace LowCardinality(String),
    subject   String,
    person_id String,
    version   UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, subject)
SETTINGS index_granularity = 256;

-- Candidates only: a subject that moved on to another person is still listed here, identities decides.
CREATE TABLE spectacle.identities_by_person (workspace LowCardinality(String), person_id String, subject String)
ENGINE = ReplacingMergeTree ORDER BY (workspace, person_id, subject) SETTINGS index_granularity = 256;

CREATE MATERIALIZED VIEW spectacle.identities_by_person_of_identities TO spectacle.identities_by_person AS
SELECT workspace, person_id, subject FROM spectacle.identities;

-- Revenue as recorded, by transaction: the first of a transaction counts, wherever the others came from. A payment of
-- nothing takes no transaction from the one that pays.
CREATE TABLE spectacle.payments
(
    workspace   LowCardinality(String),
    transaction String COMMENT '+id or -id (a refund), or =messageId without an id or an amount',
    visitor     String,
    client_time DateTime64(3, 'UTC'),
    message_id  String,
    timestamp   DateTime64(3, 'UTC'),
    subject     String,
    version     UInt128
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, transaction, visitor, client_time, message_id)
SETTINGS index_granularity = 256;

-- The calls that say something about a group: group, and identify with companyId.
CREATE TABLE spectacle.group_calls
(
    workspace   LowCardinality(String),
    group_id    String,
    visitor     String,
    client_time DateTime64(3, 'UTC'),
    message_id  String,
    timestamp   DateTime64(3, 'UTC'),
    subject     String,
    traits      String,
    special     String,
    version     UInt128
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, group_id, visitor, client_time, message_id)
SETTINGS index_granularity = 256;


CREATE TABLE spectacle.people
(
    workspace     LowCardinality(String),
    person_id     String,
    user_id       String,
    emails        Array(String),
    anonymous_ids Array(String),
    traits        Map(String, String) COMMENT 'values as JSON',
    group_id      String COMMENT 'the current group',
    groups        Array(String) COMMENT 'every group the person was in or acted for',
    memberships   Array(Tuple(group_id String, since DateTime64(3, 'UTC'), until Nullable(DateTime64(3, 'UTC')), message_id String)),
    events        UInt64,
    visits        UInt64,
    revenue       Int64,
    first_seen    Nullable(DateTime64(3, 'UTC')),
    last_seen     Nullable(DateTime64(3, 'UTC')),
    first_touch   Tuple(timestamp DateTime64(3, 'UTC'), channel String, source String, medium String, campaign String),
    version       UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, person_id)
SETTINGS index_granularity = 256;

-- What a person adds to a group; a person who left adds an empty row.
CREATE TABLE spectacle.contributions
(
    workspace   LowCardinality(String),
    group_id    String,
    person_id   String,
    member      UInt8,
    events      UInt64,
    visits      UInt64,
    revenue     Int64,
    first_seen  Nullable(DateTime64(3, 'UTC')),
    last_seen   Nullable(DateTime64(3, 'UTC')),
    lead        Nullable(DateTime64(3, 'UTC')),
    customer    Nullable(DateTime64(3, 'UTC')),
    first_touch Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String, campaign String),
    days        Map(Date, UInt32),
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, group_id, person_id)
SETTINGS index_granularity = 256;

CREATE TABLE spectacle.groups
(
    workspace   LowCardinality(String),
    group_id    String,
    traits      Map(String, String) COMMENT 'values as JSON',
    special     Map(String, String) COMMENT 'normalised special traits, values as JSON',
    members     UInt64,
    events      UInt64,
    visits      UInt64,
    revenue     Int64,
    first_seen  Nullable(DateTime64(3, 'UTC')),
    last_seen   Nullable(DateTime64(3, 'UTC')),
    lead        Nullable(DateTime64(3, 'UTC')),
    customer    Nullable(DateTime64(3, 'UTC')),
    first_touch Tuple(timestamp DateTime64(3, 'UTC'), message_id String, channel String, source String, medium String, campaign String),
    days        Map(Date, UInt32),
    calls       UInt64 COMMENT 'group calls and identifies with companyId that name the group',
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, group_id)
SETTINGS index_granularity = 256;

-- Events received before this moment have been projected.
CREATE TABLE spectacle.checkpoints (name LowCardinality(String), received_at DateTime64(3, 'UTC'), version UInt64)
ENGINE = ReplacingMergeTree(version) ORDER BY name;
