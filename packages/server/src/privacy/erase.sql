-- ALTER … DELETE rewrites the parts: what it returns from is gone from the disk, not only from the answers.
ALTER TABLE spectacle.messages DELETE WHERE workspace = {workspace:String}
    AND message_hash IN (SELECT sipHash64(key) FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'erase');

ALTER TABLE spectacle.arrivals DELETE WHERE workspace = {workspace:String}
    AND message_id IN (SELECT key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'erase');

ALTER TABLE spectacle.rejections DELETE WHERE workspace = {workspace:String}
    AND arrayExists(id -> position(payload, id) > 0, {ids:Array(String)});

ALTER TABLE spectacle.payments DELETE WHERE workspace = {workspace:String}
    AND message_id IN (SELECT key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'erase');

ALTER TABLE spectacle.group_calls DELETE WHERE workspace = {workspace:String}
    AND message_id IN (SELECT key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'erase');

ALTER TABLE spectacle.trails DELETE WHERE workspace = {workspace:String} AND visitor IN {visitors:Array(String)};

ALTER TABLE spectacle.trails_by_acting DELETE WHERE workspace = {workspace:String}
    AND (acting IN {groups:Array(String)} AND {forgetsGroup:Bool} OR subject IN {subjects:Array(String)});

ALTER TABLE spectacle.claims DELETE WHERE workspace = {workspace:String}
    AND (visitor IN {visitors:Array(String)} OR claimed IN {subjects:Array(String)} OR claimant IN {subjects:Array(String)});

ALTER TABLE spectacle.claims_by_email DELETE WHERE workspace = {workspace:String}
    AND (claimed IN {subjects:Array(String)} OR claimant IN {subjects:Array(String)});

ALTER TABLE spectacle.identities DELETE WHERE workspace = {workspace:String} AND subject IN {subjects:Array(String)};

ALTER TABLE spectacle.identities
    UPDATE before = arrayFilter(id -> NOT (id IN {persons:Array(String)} OR id IN {subjects:Array(String)}), before)
    WHERE workspace = {workspace:String} AND (hasAny(before, {persons:Array(String)}) OR hasAny(before, {subjects:Array(String)}));

ALTER TABLE spectacle.identities_by_person DELETE WHERE workspace = {workspace:String}
    AND (subject IN {subjects:Array(String)} OR person_id IN {subjects:Array(String)});

-- Also those that a subject was before it was known whose it is: of their rows the sweep would remove only the last, empty one.
ALTER TABLE spectacle.people DELETE WHERE workspace = {workspace:String}
    AND (person_id IN {persons:Array(String)} OR person_id IN {subjects:Array(String)});

ALTER TABLE spectacle.deeds DELETE WHERE workspace = {workspace:String} AND person_id IN {persons:Array(String)};

ALTER TABLE spectacle.person_visits DELETE WHERE workspace = {workspace:String} AND person_id IN {persons:Array(String)};

ALTER TABLE spectacle.journeys DELETE WHERE workspace = {workspace:String}
    AND ((level = 'person' AND id IN {persons:Array(String)}) OR (level = 'group' AND id IN {groups:Array(String)}));

ALTER TABLE spectacle.contributions DELETE WHERE workspace = {workspace:String}
    AND (person_id IN {persons:Array(String)} OR (group_id IN {groups:Array(String)} AND {forgetsGroup:Bool}));

ALTER TABLE spectacle.groups DELETE WHERE workspace = {workspace:String} AND group_id IN {groups:Array(String)};

ALTER TABLE spectacle.events DELETE WHERE workspace = {workspace:String} AND visitor IN {visitors:Array(String)}
    AND message_id IN (SELECT key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'erase');
