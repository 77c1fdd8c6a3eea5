-- The tables of a scratch database into which today's are linked (linkPast.sql): exactly as they are, or their parts would not fit. It is
-- called past here. Those of nobody's concern are left out: tokens and accounts above all. Nor are there any views that fill tables.
CREATE TABLE past.workspaces AS spectacle.workspaces;

CREATE TABLE past.sites AS spectacle.sites;

CREATE TABLE past.spend AS spectacle.spend;

CREATE TABLE past.events AS spectacle.events;

CREATE TABLE past.arrivals AS spectacle.arrivals;

CREATE TABLE past.trails AS spectacle.trails;

CREATE TABLE past.claims AS spectacle.claims;

CREATE TABLE past.identities AS spectacle.identities;

CREATE TABLE past.identities_by_person AS spectacle.identities_by_person;

CREATE TABLE past.payments AS spectacle.payments;

CREATE TABLE past.group_calls AS spectacle.group_calls;

CREATE TABLE past.people AS spectacle.people;

CREATE TABLE past.contributions AS spectacle.contributions;

CREATE TABLE past.groups AS spectacle.groups;

CREATE TABLE past.deeds AS spectacle.deeds;

CREATE TABLE past.person_visits AS spectacle.person_visits;

CREATE TABLE past.journeys AS spectacle.journeys;

CREATE TABLE past.checkpoints AS spectacle.checkpoints;

CREATE TABLE past.rates AS spectacle.rates;

CREATE TABLE past.exchange AS spectacle.exchange;

CREATE TABLE past.dirty AS spectacle.dirty;

CREATE TABLE past.owned AS spectacle.owned;

CREATE TABLE past.shares AS spectacle.shares;

CREATE TABLE past.money AS spectacle.money;

CREATE TABLE past.stints AS spectacle.stints;
