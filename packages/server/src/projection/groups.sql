-- One row for each group that a dirty person was in or acted for.
INSERT INTO spectacle.groups
    (workspace, group_id, traits, special, members, events, visits, revenue, first_seen, last_seen, lead, customer, first_touch, days, calls, version)
WITH
    wanted AS (SELECT DISTINCT workspace, other FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'stay'),
    sums AS
    (
        SELECT workspace, group_id,
               countIf(member) AS members,
               sum(events) AS events,
               sum(visits) AS visits,
               sum(revenue) AS revenue,
               min(first_seen) AS first_seen,
               max(last_seen) AS last_seen,
               min(lead) AS lead,
               min(customer) AS customer,
               minIf(first_touch, visits > 0) AS first_touch,
               sumMap(days) AS days
        FROM spectacle.contributions FINAL
        WHERE (workspace, group_id) IN wanted
        GROUP BY workspace, group_id
    ),
    said AS
    (
        SELECT workspace, group_id,
               count() AS calls,
               maxMap(CAST(arrayMap(pair -> (pair.1, (timestamp, message_id, pair.2)), JSONExtractKeysAndValuesRaw(traits)),
                           'Map(String, Tuple(DateTime64(3, \'UTC\'), String, String))')) AS traits,
               maxMap(CAST(arrayMap(pair -> (pair.1, (timestamp, message_id, pair.2)), JSONExtractKeysAndValuesRaw(special)),
                           'Map(String, Tuple(DateTime64(3, \'UTC\'), String, String))')) AS special
        FROM spectacle.group_calls FINAL
        WHERE (workspace, group_id) IN wanted
        GROUP BY workspace, group_id
    )
SELECT wanted.workspace,
       wanted.other,
       mapApply((key, value) -> (key, value.3), mapFilter((key, value) -> value.3 != 'null', said.traits)),
       mapApply((key, value) -> (key, value.3), mapFilter((key, value) -> value.3 != 'null', said.special)),
       sums.members,
       sums.events,
       sums.visits,
       sums.revenue,
       sums.first_seen,
       sums.last_seen,
       sums.lead,
       sums.customer,
       sums.first_touch,
       sums.days,
       said.calls,
       {batch:UInt64}
FROM wanted
LEFT JOIN sums ON sums.workspace = wanted.workspace AND sums.group_id = wanted.other
LEFT JOIN said ON said.workspace = wanted.workspace AND said.group_id = wanted.other
