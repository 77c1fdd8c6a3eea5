-- Browsers known by an email follow it to its user.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT DISTINCT 'subject', claimed, 1
FROM spectacle.claims
WHERE workspace = {workspace:String} AND startsWith(claimant, 'email:')
  AND claimant IN (SELECT key FROM spectacle.concerned WHERE kind = 'subject');

-- Rates that were loaded later concern whoever paid in another currency.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT DISTINCT 'subject', subject, 1
FROM spectacle.trails
WHERE {otherRates:Bool} AND workspace = {workspace:String} AND arrayExists(payment -> payment.currency != '', payments);

-- Whose they are today.
INSERT INTO spectacle.concerned (kind, key, weight)
SELECT DISTINCT 'person', person_id, 1
FROM spectacle.identities
WHERE workspace = {workspace:String} AND subject IN (SELECT key FROM spectacle.concerned WHERE kind = 'subject');

-- An id that no event carried by then is nobody's.
INSERT INTO spectacle.concerned (kind, key, weight)
WITH subjects AS (SELECT key FROM spectacle.concerned WHERE kind = 'subject')
SELECT DISTINCT 'subject again', subject, 1 FROM spectacle.trails WHERE workspace = {workspace:String} AND subject IN subjects
UNION ALL
SELECT DISTINCT 'subject again', claimed, 1 FROM spectacle.claims WHERE workspace = {workspace:String} AND claimed IN subjects;
