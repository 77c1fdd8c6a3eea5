-- What each dirty person adds to each group it was in or acted for: everything to its current group, but events that acted
-- for a group (context.groupId) to that one. Stints, where there are any, say it per group already. A group that the person left gets an empty row.
INSERT INTO spectacle.contributions
    (workspace, group_id, person_id, member, events, visits, revenue, first_seen, last_seen, lead, identified, customer, paid, first_touch, days, version)
WITH
    stays AS (SELECT DISTINCT workspace, key AS person_id, other AS group_id FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'stay'),
    persons AS
    (
        SELECT workspace, person_id, group_id AS current_group
        FROM spectacle.people FINAL
        WHERE (workspace, person_id) IN (SELECT workspace, person_id FROM stays)
    ),
    sums AS
    (
        SELECT workspace, person_id, group_id,
               sum(events) AS all_events,
               sum(visits) AS all_visits,
               sum(revenue) AS all_revenue,
               min(first_seen) AS first_event,
               max(last_seen) AS last_event,
               min(lead) AS first_lead,
               min(identified) AS first_identified,
               min(customer) AS first_payment,
               max(paid) AS ever_paid,
               minIf(first_visit, visits > 0) AS first,
               sumMap(days) AS all_days
        FROM
        (
            SELECT shares.workspace AS workspace, shares.person_id AS person_id,
                   if(shares.acting = '', persons.current_group, shares.acting) AS group_id,
                   events, visits, revenue, first_seen, last_seen, lead, identified, customer, paid, first_visit, days
            FROM
            (
                SELECT * FROM spectacle.shares
                WHERE batch = {batch:UInt64}
                  AND (workspace, person_id) NOT IN (SELECT workspace, person_id FROM spectacle.stints WHERE batch = {batch:UInt64})
            ) AS shares
            INNER JOIN persons USING (workspace, person_id)
            LEFT JOIN (SELECT workspace, person_id, acting, revenue, customer, notEmpty(payments) AS paid FROM spectacle.money WHERE batch = {batch:UInt64}) AS money
                USING (workspace, person_id, acting)
            UNION ALL
            SELECT workspace, person_id, group_id, events, visits, revenue, first_seen, last_seen, lead, identified, customer, paid, first_visit, days
            FROM spectacle.stints
            WHERE batch = {batch:UInt64}
        )
        GROUP BY workspace, person_id, group_id
    )
SELECT workspace, group_id, person_id,
       current_group = group_id,
       all_events,
       all_visits,
       all_revenue,
       if(all_events = 0, NULL, first_event),
       if(all_events = 0, NULL, last_event),
       if(all_events = 0, NULL, first_lead),
       if(all_events = 0, NULL, first_identified),
       first_payment,
       ever_paid,
       first,
       all_days,
       {batch:UInt64}
FROM stays
LEFT JOIN persons USING (workspace, person_id)
LEFT JOIN sums USING (workspace, person_id, group_id)
