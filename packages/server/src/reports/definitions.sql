-- What funnels, retention and trends share. Functions and views are server-wide, hence the prefix and the database.

-- Is an event (its type and name) one that is wanted? '' wants any; a name that ends with * wants all that begin so.
CREATE OR REPLACE FUNCTION spectacle_wants AS (wanted_type, wanted_name, type, name) ->
    (wanted_type = '' OR type = wanted_type)
    AND (wanted_name = '' OR name = wanted_name
        OR (endsWith(wanted_name, '*') AND startsWith(name, substring(wanted_name, 1, length(wanted_name) - 1))));

-- The first day of the period (day, week from Monday, month) that a moment is in; days are counted from 1970-01-01, a Thursday.
CREATE OR REPLACE FUNCTION spectacle_period AS (period, moment, time_zone) ->
    toInt32(toDate32(moment, time_zone)) - if(period = 'day', 0, if(period = 'week', positiveModulo(toInt32(toDate32(moment, time_zone)) + 3, 7), toDayOfMonth(toDate32(moment, time_zone)) - 1));

-- What people are known to have done, at level group only what counts for a group; of each kind of event a row.
CREATE OR REPLACE VIEW spectacle.deeds_now AS
SELECT if({level:String} = 'group', group_id, person_id) AS id, type, name, group_id, person_id, times, how_often, first, last
FROM spectacle.deeds
WHERE workspace = {workspace:String} AND type != '' AND ({level:String} = 'person' OR group_id != '')
  AND state IN
  (
      SELECT argMax(state, version) FROM spectacle.deeds
      WHERE workspace = {workspace:String} AND type = '' AND ({level:String} = 'person' OR group_id != '')
      GROUP BY person_id
  );

-- The events of a kind with a property of each ('' if it is missing), whose they are and which group they count for: by the same rules
-- as deeds, from the events themselves. What is in PREWHERE is the same of all copies of a message; of those the latest version counts.
CREATE OR REPLACE VIEW spectacle.events_with AS
SELECT if({level:String} = 'group', counts_for, owner) AS id, owner AS person_id, counts_for AS group_id, timestamp, message_id, value
FROM
(
    SELECT if(identities.person_id = '', e.subject, identities.person_id) AS owner, e.timestamp AS timestamp, e.message_id AS message_id, value,
           if(acting_group != '', acting_group,
               if((SELECT JSONExtractString(settings, 'membership') FROM spectacle.workspaces FINAL WHERE workspace = {workspace:String}) = 'history',
                   arrayLast((p, i) -> i = 1 OR (p.since, p.message_id) <= (e.timestamp, e.message_id), memberships, arrayEnumerate(memberships)).1,
                   people.group_id)) AS counts_for
    FROM
    (
        SELECT subject, timestamp, message_id, acting_group, JSONExtractRaw(properties, {property:String}) AS raw, if(raw = 'null', '', spectacle_plain(raw)) AS value
        FROM spectacle.events FINAL
        PREWHERE workspace = {workspace:String} AND {property:String} != ''
            AND spectacle_wants({type:String}, {name:String}, type, if(type = 'page', page_path, event))
    ) AS e
    LEFT JOIN (SELECT subject, person_id FROM spectacle.identities FINAL WHERE workspace = {workspace:String} AND {property:String} != '') AS identities
        ON identities.subject = e.subject
    LEFT JOIN (SELECT person_id, group_id, memberships FROM spectacle.people FINAL WHERE workspace = {workspace:String} AND {property:String} != '') AS people
        ON people.person_id = owner
)
WHERE {level:String} = 'person' OR counts_for != '';

-- What each person or group is told apart by: its first touch, a trait of the group (of a person: of its current group), a property of
-- its first event of a kind in a range, or the country of its first visit. Without `by` no rows. Decided where columns are read, so that
-- one is read.
CREATE OR REPLACE VIEW spectacle.values_of AS
SELECT group_id AS id,
       if({by:String} = 'trait', spectacle_plain(if(traits[{trait:String}] != '', traits[{trait:String}], special[{trait:String}])),
           if({by:String} = 'channel', first_touch.channel, if({by:String} = 'source', first_touch.source, if({by:String} = 'medium', first_touch.medium,
               first_touch.campaign)))) AS value
FROM spectacle.groups FINAL
WHERE {level:String} = 'group' AND {by:String} NOT IN ('', 'property', 'country') AND workspace = {workspace:String}
UNION ALL
SELECT person_id, if({by:String} = 'trait', spectacle_plain(theirs), touch)
FROM
(
    SELECT person_id, group_id,
           if({by:String} = 'channel', first_touch.channel, if({by:String} = 'source', first_touch.source, if({by:String} = 'medium', first_touch.medium,
               first_touch.campaign))) AS touch
    FROM spectacle.people FINAL
    WHERE {level:String} = 'person' AND {by:String} NOT IN ('', 'property', 'country') AND workspace = {workspace:String}
) AS people
LEFT JOIN
(
    SELECT group_id, if(traits[{trait:String}] != '', traits[{trait:String}], special[{trait:String}]) AS theirs
    FROM spectacle.groups FINAL
    WHERE {level:String} = 'person' AND {by:String} = 'trait' AND workspace = {workspace:String}
) AS companies ON companies.group_id = people.group_id
UNION ALL
SELECT id, argMin(value, (timestamp, message_id))
FROM spectacle.events_with(workspace = {workspace:String}, level = {level:String}, type = {type:String}, name = {name:String}, property = {property:String})
WHERE timestamp >= {since:DateTime64(3, 'UTC')} AND timestamp < {until:DateTime64(3, 'UTC')}
GROUP BY id
UNION ALL
SELECT if({level:String} = 'group', counts_for, person_id) AS id, argMin(country, (timestamp, message_id))
FROM (SELECT * FROM spectacle.person_visits FINAL WHERE {by:String} = 'country' AND workspace = {workspace:String})
ARRAY JOIN visits.timestamp AS timestamp, visits.message_id AS message_id, visits.country AS country,
    arrayMap(p -> parts.group_id[p], visits.part) AS counts_for
WHERE {level:String} = 'person' OR counts_for != ''
GROUP BY id;

-- The same, with the values that most have; all others are one. kept: 1 for the former, 2 for the others, so that 0 is none known.
CREATE OR REPLACE VIEW spectacle.keys_of AS
SELECT id, if(place <= {limit:UInt32}, value, '') AS key, if(place <= {limit:UInt32}, 1, 2) AS kept
FROM
(
    SELECT id, value, dense_rank() OVER (ORDER BY having DESC, value) AS place
    FROM
    (
        SELECT id, value, count() OVER (PARTITION BY value) AS having
        FROM spectacle.values_of(workspace = {workspace:String}, level = {level:String}, by = {by:String}, trait = {trait:String},
            type = {type:String}, name = {name:String}, property = {property:String}, since = {since:DateTime64(3, 'UTC')}, until = {until:DateTime64(3, 'UTC')})
    )
);

-- The way of each journey that ended in the range, with the cut-off or else the latest visit: what its visits came through, at most
-- the last eight; folded, without repeats in a row.
CREATE OR REPLACE VIEW spectacle.paths_of AS
SELECT arraySlice(if({fold:Bool}, arrayCompact(keys), keys), -8) AS path,
       isNotNull(cutoff) AS cut_off, arrayExists(r -> r > 0, payments.revenue) AS pays, arraySum(payments.revenue) AS paid
FROM
(
    SELECT cutoff, visits.timestamp, payments.revenue, ifNull(cutoff, visits.timestamp[-1]) AS ended,
           if({by:String} = 'channel', visits.channel, if({by:String} = 'source', visits.source, if({by:String} = 'medium', visits.medium, visits.campaign))) AS keys
    FROM spectacle.journeys FINAL
    WHERE workspace = {workspace:String} AND level = {level:String} AND notEmpty(visits.timestamp)
)
WHERE ended >= {from:DateTime64(3, 'UTC')} AND ended < {to:DateTime64(3, 'UTC')};
