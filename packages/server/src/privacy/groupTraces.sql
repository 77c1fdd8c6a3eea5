-- Who named a group or acted for it, and who was ever in it.
SELECT (SELECT groupUniqArray(visitor) FROM spectacle.group_calls WHERE workspace = {workspace:String} AND group_id = {groupId:String}) AS calling,
       (SELECT groupUniqArray(visitor) FROM spectacle.trails FINAL
        WHERE workspace = {workspace:String} AND acting = {groupId:String}
          AND subject IN (SELECT subject FROM spectacle.trails_by_acting WHERE workspace = {workspace:String} AND acting = {groupId:String})) AS acting_visitors,
       arrayDistinct(arrayConcat(calling, acting_visitors)) AS visitors,
       (SELECT groupUniqArray(person_id) FROM spectacle.contributions WHERE workspace = {workspace:String} AND group_id = {groupId:String}) AS persons
