-- The journeys of the dirty persons and of the groups that they were in or acted for. A group's ends with the first cut-off of
-- any of its people; of these only who visited in the window before it, or paid, is read.
INSERT INTO spectacle.journeys
    (workspace, level, id, cutoff, cutoff_id, cutoff_person, identified,
     visits.timestamp, visits.message_id, visits.person_id, visits.group_id, visits.channel, visits.source, visits.medium, visits.campaign,
     visits.term, visits.content, visits.landing_page, visits.referrer, visits.country,
     payments.timestamp, payments.message_id, payments.person_id, payments.group_id, payments.revenue, payments.transaction,
     payments.amount, payments.currency, payments.rate, version)
WITH
    -- Who is to be read for which journey: each dirty person for its own, the members of a group for that one.
    shares AS
    (
        SELECT workspace, 'group' AS level, group_id AS id, person_id AS person,
               min(lead) OVER everybody AS cutoff,
               min(identified) OVER everybody AS first_identified,
               ifNull(cutoff, max(last_seen) OVER everybody) AS end,
               lead = cutoff OR revenue != 0 OR isNotNull(customer) OR paid
                   OR (visits > 0 AND first_seen <= end AND last_seen >= end - INTERVAL 2 YEAR) AS matters
        FROM spectacle.contributions FINAL
        WHERE (workspace, group_id) IN (SELECT workspace, other FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'stay')
        WINDOW everybody AS (PARTITION BY workspace, group_id)
        UNION ALL
        SELECT DISTINCT workspace, 'person', key, key, NULL, NULL, NULL, 1
        FROM spectacle.dirty
        WHERE batch = {batch:UInt64} AND kind = 'person'
    ),
    rows AS
    (
        SELECT shares.workspace AS workspace, level, id,
               arrayFilter(l -> isNotNull(l.1) AND (level = 'person' OR l.3 = id), arrayZip(parts.lead, parts.lead_id, parts.group_id)) AS leads,
               ifNull(coalesce(end, arrayMin(leads.1), last_seen), toDateTime64(0, 3, 'UTC')) AS ends,
               -- 90: the default of workspaces/settings.ts
               ends - toIntervalDay(if(JSONHas(settings, 'attributionWindowDays'), JSONExtractUInt(settings, 'attributionWindowDays'), 90)) AS begins,
               if(level = 'person', arrayMin(arrayFilter(t -> isNotNull(t), parts.identified)), first_identified) AS identified,
               arrayMap(l -> (assumeNotNull(l.1), l.2, person), leads) AS cutoffs,
               arrayMap(v -> (v.1, v.2, person, parts.group_id[v.3], v.4, v.5, v.6, v.7, v.8, v.9, v.10, v.11, v.12),
                   arrayFilter(v -> v.1 <= ends AND v.1 >= begins AND (level = 'person' OR parts.group_id[v.3] = id),
                       arrayZip(visits.timestamp, visits.message_id, visits.part, visits.channel, visits.source, visits.medium, visits.campaign,
                           visits.term, visits.content, visits.landing_page, visits.referrer, visits.country))) AS journey,
               arrayMap(p -> (p.1, p.2, person, parts.group_id[p.3], p.4, p.5, p.6, p.7, p.8),
                   arrayFilter(p -> level = 'person' OR parts.group_id[p.3] = id,
                       arrayZip(payments.timestamp, payments.message_id, payments.part, payments.revenue, payments.transaction,
                           payments.amount, payments.currency, payments.rate))) AS paid
        FROM shares
        LEFT JOIN
        (
            SELECT * FROM spectacle.person_visits FINAL
            -- GLOBAL is said here because a cluster makes no union global by itself.
            WHERE (workspace, person_id) GLOBAL IN (SELECT workspace, person FROM shares WHERE matters)
        ) AS people ON people.workspace = shares.workspace AND people.person_id = shares.person
        LEFT JOIN (SELECT workspace, settings FROM spectacle.workspaces FINAL) AS workspaces ON workspaces.workspace = shares.workspace
    )
SELECT workspace, level, id,
       if(empty(arraySort(groupArrayArray(cutoffs)) AS all_cutoffs), NULL, all_cutoffs[1].1), all_cutoffs[1].2, all_cutoffs[1].3, min(identified),
       (arraySort(groupArrayArray(journey)) AS all_visits).1, all_visits.2, all_visits.3, all_visits.4, all_visits.5, all_visits.6, all_visits.7,
       all_visits.8, all_visits.9, all_visits.10, all_visits.11, all_visits.12, all_visits.13,
       (arraySort(groupArrayArray(paid)) AS all_payments).1, all_payments.2, all_payments.3, all_payments.4, all_payments.5, all_payments.6,
       all_payments.7, all_payments.8, all_payments.9,
       {batch:UInt64}
FROM rows
GROUP BY workspace, level, id
