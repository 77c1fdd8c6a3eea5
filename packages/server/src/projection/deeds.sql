-- When each dirty person did what, and for which group that counts: the one it acted for, else that of the time for people
-- whom stints split, else the current one. And a row for the person itself, whose version says which of its rows count.
INSERT INTO spectacle.deeds (workspace, type, name, group_id, person_id, times, version)
WITH
    owned AS (SELECT workspace, subject, person_id FROM spectacle.owned WHERE batch = {batch:UInt64}),
    persons AS
    (
        SELECT workspace, person_id, group_id, groups, memberships, arrayEnumerate(memberships) AS places,
               (workspace, person_id) IN (SELECT workspace, person_id FROM spectacle.stints WHERE batch = {batch:UInt64}) AS split
        FROM spectacle.people FINAL
        WHERE (workspace, person_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person')
    )
SELECT workspace, type, done, counts_for, person_id, arraySort(groupArray(timestamp)), {batch:UInt64}
FROM
(
    SELECT e.workspace AS workspace, e.type AS type, if(e.type = 'page', e.page_path, e.event) AS done, e.timestamp AS timestamp, persons.person_id AS person_id,
           multiIf(e.acting_group != '', e.acting_group,
               split, arrayLast((p, i) -> i = 1 OR (p.since, p.message_id) <= (e.timestamp, e.message_id), memberships, places).1, group_id) AS counts_for
    FROM
    (
        SELECT workspace, subject, timestamp, message_id, type, event, page_path, acting_group
        FROM spectacle.events FINAL
        WHERE (workspace, visitor) IN (SELECT workspace, visitor FROM spectacle.trails WHERE (workspace, subject) IN (SELECT workspace, subject FROM owned))
          AND (workspace, subject) IN (SELECT workspace, subject FROM owned)
    ) AS e
    INNER JOIN owned ON owned.workspace = e.workspace AND owned.subject = e.subject
    INNER JOIN persons ON persons.workspace = owned.workspace AND persons.person_id = owned.person_id
)
GROUP BY workspace, type, done, counts_for, person_id
UNION ALL
SELECT workspace, '', '', groups[1], person_id, [], {batch:UInt64}
FROM persons
