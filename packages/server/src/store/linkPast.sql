-- Today's events and all that is derived from them, into the scratch database (scratch.ts), which is called past here. Parts are linked
-- and not copied: that takes no time, and disk only when the store replaces parts by merged ones. Parts are of all workspaces.
-- Settings come first and what says how far everything was derived last: whatever changes between them is taken for underived.
ALTER TABLE past.workspaces ATTACH PARTITION ALL FROM spectacle.workspaces;

ALTER TABLE past.sites ATTACH PARTITION ALL FROM spectacle.sites;

ALTER TABLE past.spend ATTACH PARTITION ALL FROM spectacle.spend;

ALTER TABLE past.events ATTACH PARTITION ALL FROM spectacle.events;

ALTER TABLE past.arrivals ATTACH PARTITION ALL FROM spectacle.arrivals;

ALTER TABLE past.trails ATTACH PARTITION ALL FROM spectacle.trails;

ALTER TABLE past.claims ATTACH PARTITION ALL FROM spectacle.claims;

ALTER TABLE past.identities ATTACH PARTITION ALL FROM spectacle.identities;

ALTER TABLE past.identities_by_person ATTACH PARTITION ALL FROM spectacle.identities_by_person;

ALTER TABLE past.payments ATTACH PARTITION ALL FROM spectacle.payments;

ALTER TABLE past.group_calls ATTACH PARTITION ALL FROM spectacle.group_calls;

ALTER TABLE past.people ATTACH PARTITION ALL FROM spectacle.people;

ALTER TABLE past.contributions ATTACH PARTITION ALL FROM spectacle.contributions;

ALTER TABLE past.groups ATTACH PARTITION ALL FROM spectacle.groups;

ALTER TABLE past.deeds ATTACH PARTITION ALL FROM spectacle.deeds;

ALTER TABLE past.person_visits ATTACH PARTITION ALL FROM spectacle.person_visits;

ALTER TABLE past.journeys ATTACH PARTITION ALL FROM spectacle.journeys;

ALTER TABLE past.checkpoints ATTACH PARTITION ALL FROM spectacle.checkpoints;
