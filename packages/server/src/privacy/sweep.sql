-- The run writes empty rows for whoever lost everything; they would still say that somebody of that id was here.
ALTER TABLE spectacle.identities DELETE WHERE workspace = {workspace:String} AND subject IN {subjects:Array(String)}
    AND subject NOT IN (SELECT subject FROM spectacle.trails WHERE workspace = {workspace:String})
    AND subject NOT IN (SELECT claimed FROM spectacle.claims WHERE workspace = {workspace:String});

ALTER TABLE spectacle.identities_by_person DELETE WHERE workspace = {workspace:String}
    AND (subject IN {subjects:Array(String)} OR person_id IN {subjects:Array(String)})
    AND (subject, person_id) NOT IN (SELECT subject, person_id FROM spectacle.identities WHERE workspace = {workspace:String});

ALTER TABLE spectacle.people DELETE WHERE workspace = {workspace:String} AND (person_id IN {persons:Array(String)} OR person_id IN {subjects:Array(String)}) AND events = 0;

-- Also what anybody is no longer known to have done: it may be what the forgotten did.
ALTER TABLE spectacle.deeds DELETE WHERE workspace = {workspace:String}
    AND (((person_id IN {persons:Array(String)} OR person_id IN {subjects:Array(String)})
          AND person_id NOT IN (SELECT person_id FROM spectacle.people WHERE workspace = {workspace:String}))
         OR (person_id, version) NOT IN (SELECT person_id, max(version) FROM spectacle.deeds WHERE workspace = {workspace:String} AND type = '' GROUP BY person_id));

ALTER TABLE spectacle.person_visits DELETE WHERE workspace = {workspace:String} AND (person_id IN {persons:Array(String)} OR person_id IN {subjects:Array(String)})
    AND person_id NOT IN (SELECT person_id FROM spectacle.people WHERE workspace = {workspace:String});

ALTER TABLE spectacle.journeys DELETE WHERE workspace = {workspace:String} AND level = 'person'
    AND (id IN {persons:Array(String)} OR id IN {subjects:Array(String)}) AND id NOT IN (SELECT person_id FROM spectacle.people WHERE workspace = {workspace:String});

ALTER TABLE spectacle.contributions DELETE WHERE workspace = {workspace:String} AND (person_id IN {persons:Array(String)} OR person_id IN {subjects:Array(String)})
    AND person_id NOT IN (SELECT person_id FROM spectacle.people WHERE workspace = {workspace:String});

ALTER TABLE spectacle.groups DELETE WHERE workspace = {workspace:String} AND group_id IN {groups:Array(String)} AND calls = 0 AND events = 0;

ALTER TABLE spectacle.journeys DELETE WHERE workspace = {workspace:String} AND level = 'group'
    AND id IN {groups:Array(String)} AND id NOT IN (SELECT group_id FROM spectacle.groups WHERE workspace = {workspace:String});
