-- What a row of each table consists of, without what is computed from the rest.
SELECT table, groupArray(name) AS columns
FROM
(
    SELECT table, name
    FROM system.columns
    WHERE database = 'spectacle' AND table IN {tables:Array(String)} AND default_kind NOT IN ('MATERIALIZED', 'ALIAS')
    ORDER BY table, position
)
GROUP BY table
