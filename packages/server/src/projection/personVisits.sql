-- The visits and payments of each dirty person, with the group that each counts for: the one it acted for, else that of the
-- time for people whom stints split, else the current one. An empty row for a person whose subjects moved on.
INSERT INTO spectacle.person_visits
    (workspace, person_id, last_seen, parts.group_id, parts.lead, parts.lead_id, parts.identified,
     visits.timestamp, visits.message_id, visits.part, visits.channel, visits.source, visits.medium, visits.campaign, visits.term,
     visits.content, visits.landing_page, visits.referrer, visits.country,
     payments.timestamp, payments.message_id, payments.part, payments.revenue, payments.transaction, payments.amount, payments.currency,
     payments.rate, version)
WITH
    persons AS
    (
        SELECT workspace, person_id, group_id, last_seen, memberships, arrayEnumerate(memberships) AS places,
               (workspace, person_id) IN (SELECT workspace, person_id FROM spectacle.stints WHERE batch = {batch:UInt64}) AS split
        FROM spectacle.people FINAL
        WHERE (workspace, person_id) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'person')
    ),
    -- of the people who are split, stints say the cut-offs
    rows AS
    (
        SELECT persons.workspace AS workspace, persons.person_id AS person_id, persons.last_seen AS seen, if(shares.acting = '', persons.group_id, shares.acting) AS counts_for,
               if(split OR shares.events = 0, [], [(counts_for, lead, lead_id, identified)]) AS part,
               arrayMap(v -> (v, if(split AND shares.acting = '', arrayLast((p, i) -> i = 1 OR (p.since, p.message_id) <= (v.1, v.2), memberships, places).1, counts_for)),
                   all_visits) AS visits,
               arrayMap(v -> (v, if(split AND shares.acting = '', arrayLast((p, i) -> i = 1 OR (p.since, p.message_id) <= (v.1, v.2), memberships, places).1, counts_for)),
                   money.payments) AS payments
        FROM persons
        LEFT JOIN (SELECT * FROM spectacle.shares WHERE batch = {batch:UInt64}) AS shares
            ON shares.workspace = persons.workspace AND shares.person_id = persons.person_id
        LEFT JOIN (SELECT workspace, person_id, acting, payments FROM spectacle.money WHERE batch = {batch:UInt64}) AS money
            ON money.workspace = shares.workspace AND money.person_id = shares.person_id AND money.acting = shares.acting
        UNION ALL
        SELECT workspace, person_id, NULL, '', [(group_id, lead, lead_id, identified)], [], [] FROM spectacle.stints WHERE batch = {batch:UInt64}
    )
SELECT workspace, person_id, ifNull(max(seen), toDateTime64(0, 3, 'UTC')),
       (arraySort(p -> (p.1, p.3), groupArrayArray(part)) AS parts).1, parts.2, parts.3, parts.4,
       (arraySort(groupArrayArray(visits)) AS all_visits).1.1, all_visits.1.2, arrayMap(id -> indexOf(parts.1, id), all_visits.2),
       all_visits.1.3, all_visits.1.4, all_visits.1.5, all_visits.1.6, all_visits.1.7, all_visits.1.8,
       arrayMap(url -> cutQueryStringAndFragment(url), all_visits.1.9), arrayMap(url -> lower(domainWithoutWWW(url)), all_visits.1.10),
       all_visits.1.13,
       (arraySort(groupArrayArray(payments)) AS all_payments).1.1, all_payments.1.2, arrayMap(id -> indexOf(parts.1, id), all_payments.2),
       all_payments.1.3, all_payments.1.4, all_payments.1.5, all_payments.1.6, all_payments.1.7,
       {batch:UInt64}
FROM rows
GROUP BY workspace, person_id
