-- The traits that groups have, the most frequent first; special ones also where only their normalised form is known.
SELECT trait, trait IN {specialTraits:Array(String)} OR max(normalised) AS special, count() AS groups
FROM
(
    SELECT arrayJoin(arrayDistinct(arrayConcat(mapKeys(traits), mapKeys(special)))) AS trait, mapContains(special, trait) AS normalised
    FROM spectacle.groups FINAL
    WHERE workspace = {workspace:String} AND calls > 0
)
GROUP BY trait
ORDER BY groups DESC, trait
LIMIT {limit:UInt32}
