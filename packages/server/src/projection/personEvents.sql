-- When each dirty person did what, and for which group that counts: the one it acted for, else that of the time for people
-- whom stints split, else the current one. An empty row for a person whose subjects moved on.
INSERT INTO spectacle.person_events (workspace, person_id, groups, events.timestamp, events.part, events.type, events.name, version)
WITH
    owned AS (SELECT workspace, subject, person_id FROM spectacle.owned WHERE batch = {batch:UInt64}),
    persons AS
    (
        SELECT workspace, person_id, group_id, memberships, arrayEnumerate(memberships) AS places,
               (workspace, person_id) IN (SELECT workspace, person_id FROM spectacle.stints WHERE batch = {batch:UInt64}) AS split
        FROM spectacle.people FINAL
        WHERE (workspace, person_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person')
    ),
    rows AS
    (
        SELECT persons.workspace AS workspace, persons.person_id AS person_id,
               arrayMap(e -> (e.1, e.2, multiIf(e.5 != '', e.5, split, arrayLast((p, i) -> i = 1 OR (p.since, p.message_id) <= (e.1, e.2), memberships, places).1, group_id),
                   e.3, e.4), all_events) AS done,
               arraySort(arrayDistinct(done.3)) AS done_for
        FROM persons
        LEFT JOIN
        (
            SELECT workspace, person_id,
                   arraySort(groupArray((timestamp, message_id, type, if(type = 'page', page_path, event), acting_group))) AS all_events
            FROM
            (
                SELECT workspace, subject, timestamp, message_id, type, event, page_path, acting_group
                FROM spectacle.events FINAL
                WHERE (workspace, visitor) IN (SELECT workspace, visitor FROM spectacle.trails WHERE (workspace, subject) IN (SELECT workspace, subject FROM owned))
                  AND (workspace, subject) IN (SELECT workspace, subject FROM owned)
            ) AS e
            INNER JOIN owned USING (workspace, subject)
            GROUP BY workspace, person_id
        ) AS theirs ON theirs.workspace = persons.workspace AND theirs.person_id = persons.person_id
    )
SELECT workspace, person_id, done_for, done.1, arrayMap(id -> indexOf(done_for, id), done.3), done.4, done.5, {batch:UInt64}
FROM rows
