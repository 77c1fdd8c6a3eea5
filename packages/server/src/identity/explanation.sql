-- Which ids a person consists of, and the event that linked each: the claim that was the first.
WITH
    subjects AS
    (
        SELECT subject FROM spectacle.identities FINAL
        WHERE workspace = {workspace:String}
          AND subject IN (SELECT subject FROM spectacle.identities_by_person WHERE workspace = {workspace:String} AND person_id = {personId:String})
          AND person_id = {personId:String}
    ),
    deciding AS
    (
        SELECT claimed, min((not startsWith(claimant, 'user:'), timestamp, message_id, claimant, visitor)) AS claim
        FROM spectacle.claims FINAL
        WHERE workspace = {workspace:String} AND claimed IN (SELECT subject FROM subjects)
        GROUP BY claimed
    )
SELECT subject AS id,
       claim.4 AS linkedTo,
       claim.3 AS messageId,
       claim.2 AS timestamp,
       call.type AS type,
       call.event AS event
FROM subjects
LEFT JOIN deciding ON deciding.claimed = subjects.subject
LEFT JOIN
(
    SELECT message_id, type, event FROM spectacle.events FINAL
    WHERE workspace = {workspace:String} AND (visitor, message_id) IN (SELECT claim.5, claim.3 FROM deciding)
) AS call ON call.message_id = claim.3
ORDER BY id
