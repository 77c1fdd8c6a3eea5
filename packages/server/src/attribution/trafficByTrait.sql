-- Visits and visitors by a trait of the company that a visit counts for ('' without one or without the trait). people: see traffic.sql.
SELECT spectacle_plain(value) AS key, sum(visits) AS visits, uniqExact(person_id) AS visitors, countIf(first) AS people
FROM
(
    SELECT person_id, visit.1 AS group_id, visit.2 AS visits, visit.3 = 1 AS first
    FROM
    (
        SELECT person_id,
               arrayMap(p -> parts.group_id[p],
                   arrayFilter((p, t) -> t >= {from:DateTime64(3, 'UTC')} AND t < {to:DateTime64(3, 'UTC')}, visits.part, visits.timestamp)) AS groups,
               arrayDistinct(groups) AS different
        FROM spectacle.person_visits FINAL
        WHERE workspace = {workspace:String}
    )
    ARRAY JOIN arrayZip(different, arrayMap(g -> countEqual(groups, g), different), arrayEnumerate(different)) AS visit
) AS visits_for
LEFT JOIN
(
    SELECT group_id, if(traits[{trait:String}] != '', traits[{trait:String}], special[{trait:String}]) AS value
    FROM spectacle.groups FINAL
    WHERE workspace = {workspace:String}
) AS companies ON companies.group_id = visits_for.group_id
GROUP BY key
