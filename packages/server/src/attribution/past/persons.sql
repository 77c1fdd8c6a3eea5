-- Which ids a person may consist of: those of before are still listed, identities decides.
INSERT INTO spectacle.identities_by_person (workspace, person_id, subject)
SELECT DISTINCT workspace, person_id, subject
FROM spectacle.identities
WHERE workspace = {workspace:String} AND subject IN (SELECT key FROM spectacle.concerned WHERE kind = 'subject');

-- Whose the ids were then; and rows of persons who are nobody any more, because their ids moved on.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT DISTINCT 'person', person_id, 1
FROM spectacle.identities
WHERE workspace = {workspace:String} AND subject IN (SELECT key FROM spectacle.concerned WHERE kind = 'subject')
UNION ALL
SELECT DISTINCT 'person', person_id, 1
FROM spectacle.people FINAL
WHERE workspace = {workspace:String} AND events = 0;

-- The groups that they add to today, and those that nobody names any more.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT DISTINCT 'group', group_id, 1
FROM spectacle.contributions
WHERE workspace = {workspace:String} AND person_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'person')
UNION ALL
SELECT arrayJoin(['group', 'empty group']), group_id, 1
FROM spectacle.groups FINAL
WHERE workspace = {workspace:String} AND calls = 0 AND events = 0;

-- Those who did something by then, and how much.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT 'person again', person_id, sum(events)
FROM (SELECT subject, events FROM spectacle.trails WHERE workspace = {workspace:String}) AS trails
INNER JOIN
(
    SELECT subject, person_id
    FROM spectacle.identities FINAL
    WHERE workspace = {workspace:String} AND person_id IN (SELECT key FROM spectacle.concerned WHERE kind = 'person')
) AS owned ON owned.subject = trails.subject
GROUP BY person_id;
