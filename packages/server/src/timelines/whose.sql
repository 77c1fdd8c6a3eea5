-- The subjects of a group's members (or of one person), the browsers they used, and the times that are wanted of each:
-- all of it, or (history) while the person was in the group. The first membership reaches back to the beginning.
WITH
    persons AS
    (
        SELECT person_id, memberships
        FROM spectacle.people FINAL
        WHERE workspace = {workspace:String}
          AND (person_id = {personId:String}
               OR ({groupId:String} != ''
                   AND if({history:Bool}, has(memberships.group_id, {groupId:String}), group_id = {groupId:String})
                   AND person_id IN (SELECT person_id FROM spectacle.contributions WHERE workspace = {workspace:String} AND group_id = {groupId:String})))
    ),
    owned AS
    (
        SELECT subject, identities.person_id AS owner, memberships
        FROM
        (
            SELECT subject, person_id FROM spectacle.identities FINAL
            WHERE workspace = {workspace:String}
              AND subject IN (SELECT subject FROM spectacle.identities_by_person WHERE workspace = {workspace:String} AND person_id IN (SELECT person_id FROM persons))
        ) AS identities
        INNER JOIN persons ON persons.person_id = identities.person_id
    )
SELECT subject, owner AS personId,
       -- (from, to) with the messages that begin and end the time
       if({groupId:String} = '' OR NOT {history:Bool}, [],
          arrayFilter((period, id) -> id = {groupId:String},
              arrayMap((start, after, index) ->
                      (if(index = 1, 0, toUnixTimestamp64Milli(start.since)), if(index = 1, '', start.message_id),
                       if(after.4 = '', 9999999999999, toUnixTimestamp64Milli(after.2)), after.4),
                  memberships,
                  arrayPopFront(arrayPushBack(memberships, ('', toDateTime64(0, 3, 'UTC'), NULL, ''))),
                  arrayEnumerate(memberships)),
              memberships.group_id)) AS periods
FROM owned
