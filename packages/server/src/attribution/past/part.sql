-- Up to which key a part goes: so many keys, and no more to read than fits one go of the derivation, but at least one.
SELECT max(key) AS until, count() AS keys
FROM
(
    SELECT key, sum(weight) OVER (ORDER BY key ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - weight AS before
    FROM
    (
        SELECT key, max(weight) AS weight
        FROM spectacle.concerned
        WHERE kind = {kind:String} AND key > {after:String}
        GROUP BY key
        ORDER BY key
        LIMIT {keys:UInt32}
    )
)
WHERE before < {weight:UInt64}
