-- How many went from one place of the path to the next; the commonest steps, for a path by campaign may have any number.
SELECT position - 1 AS position, step.1 AS from, step.2 AS to, count() AS entities
FROM spectacle.paths_of(workspace = {workspace:String}, level = {level:String}, by = {by:String}, from = {from:DateTime64(3, 'UTC')}, to = {to:DateTime64(3, 'UTC')}, fold = {fold:Bool})
ARRAY JOIN arrayZip(arrayPopBack(path), arrayPopFront(path)) AS step, arrayEnumerate(arrayPopBack(path)) AS position
GROUP BY position, step
ORDER BY entities DESC, position, step
LIMIT 1000
