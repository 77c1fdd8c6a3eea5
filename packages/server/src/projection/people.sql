-- One row for each dirty person from the trails of all its subjects; an empty row for a person whose subjects moved on.
INSERT INTO spectacle.people
    (workspace, person_id, user_id, emails, anonymous_ids, traits, group_id, groups, memberships, events, visits, revenue,
     first_seen, last_seen, first_touch, version)
WITH
    wanted AS (SELECT DISTINCT workspace, key AS person_id FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person'),
    ids AS
    (
        SELECT workspace, person_id, arraySort(groupArray(subject)) AS subjects
        FROM spectacle.owned
        WHERE batch = {batch:UInt64}
        GROUP BY workspace, person_id
    ),
    sums AS
    (
        SELECT workspace, person_id,
               sum(events) AS all_events,
               sum(visits) AS all_visits,
               min(first_seen) AS first_event,
               max(last_seen) AS last_event,
               maxMap(traits) AS said,
               arraySort(groupArrayArray(assertions)) AS asserted,
               groupArray(acting) AS acted_for,
               minIf(first_visit, visits > 0) AS first
        FROM spectacle.shares
        WHERE batch = {batch:UInt64}
        GROUP BY workspace, person_id
    ),
    -- Groups are never forgotten here: one that the person (or the person it was) left must hear of it.
    before AS
    (
        SELECT workspace, person_id, groups AS groups_before
        FROM spectacle.people FINAL
        WHERE (workspace, person_id) IN wanted
    ),
    paid AS
    (
        SELECT workspace, person_id, sum(revenue) AS all_revenue
        FROM spectacle.money
        WHERE batch = {batch:UInt64}
        GROUP BY workspace, person_id
    )
SELECT workspace,
       person_id,
       if(startsWith(person_id, 'user:'), substring(person_id, 6), ''),
       arrayMap(id -> substring(id, 7), arrayFilter(id -> startsWith(id, 'email:'), subjects)),
       arrayMap(id -> substring(id, 6), arrayFilter(id -> startsWith(id, 'anon:'), subjects)),
       mapApply((key, value) -> (key, value.3), mapFilter((key, value) -> value.3 != 'null', said)),
       asserted[-1].3,
       arraySort(arrayFilter(id -> id != '', arrayDistinct(arrayConcat(asserted.3, acted_for, groups_before)))),
       -- Consecutive assertions of one group are one period; it ends where the next begins.
       arrayMap((start, after) -> (start.3, start.1, if(after.3 = '', NULL, after.1), start.2),
           arrayFilter((a, before) -> a.3 != before.3, asserted,
               arrayPopBack(arrayPushFront(asserted, (toDateTime64(0, 3, 'UTC'), '', '')))) AS starts,
           arrayPopFront(arrayPushBack(starts, (toDateTime64(0, 3, 'UTC'), '', '')))),
       all_events,
       all_visits,
       all_revenue,
       if(all_events = 0, NULL, first_event),
       if(all_events = 0, NULL, last_event),
       (first.1, first.3, first.4, first.5, first.6),
       {batch:UInt64}
FROM wanted
LEFT JOIN ids USING (workspace, person_id)
LEFT JOIN sums USING (workspace, person_id)
LEFT JOIN paid USING (workspace, person_id)
LEFT JOIN before USING (workspace, person_id)
