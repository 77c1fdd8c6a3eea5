-- The ways that journeys took which ended in the range: the commonest, and (with the empty path, first) all together.
SELECT path, count() AS entities, countIf(cut_off) AS leads, countIf(pays) AS customers, sum(paid) AS revenue, grouping(path) AS whole
FROM spectacle.paths_of(workspace = {workspace:String}, level = {level:String}, by = {by:String}, from = {from:DateTime64(3, 'UTC')}, to = {to:DateTime64(3, 'UTC')}, fold = {fold:Bool})
GROUP BY GROUPING SETS ((path), ())
ORDER BY whole DESC, entities DESC, revenue DESC, path
LIMIT {limit:UInt32} + 1
