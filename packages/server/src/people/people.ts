import { type Listing, listParameters, nextPosition, type Placed, type Position } from '../lists/listing.ts';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { storedTraits } from '../traits/stored.ts';
import { nameOf } from './name.ts';

const peopleSql = sql(import.meta.url, 'people.sql');
const personSql = sql(import.meta.url, 'person.sql');
const groupNamesSql = sql(import.meta.url, 'groupNames.sql');

interface PersonRow {
  personId: string;
  userId: string;
  emails: string[];
  anonymousIds: string[];
  traits: Record<string, string>;
  groupId: string;
  groupName: string;
  events: number;
  visits: number;
  revenue: number;
  firstSeen: string | null;
  lastSeen: string | null;
  firstTouch: [channel: string, source: string, medium: string, campaign: string];
}

type ListedPerson = PersonRow & Placed;

type OnePerson = PersonRow & {
  memberships: [groupId: string, since: string, until: string | null, messageId: string][];
};

export type FoundPerson = ReturnType<typeof toPerson>;

export async function listPeople(
  connection: Connection,
  workspaceId: string,
  listing: Listing,
): Promise<{ people: FoundPerson[]; total: number; next: Position | null }> {
  const rows = await connection.rows<ListedPerson>(peopleSql, {
    workspace: workspaceId,
    ...listParameters(listing),
  });
  return {
    people: rows.map(toPerson),
    total: rows[0]?.total ?? 0,
    next: nextPosition(rows, listing.limit, (row) => row.personId),
  };
}

/** One person by its id (`user:…`, `email:…`, `anon:…`); undefined if it has no events, or is another person by now. */
export async function findPerson(
  connection: Connection,
  workspaceId: string,
  personId: string,
): Promise<FoundPerson | undefined> {
  const row = await readPerson(connection, workspaceId, personId);
  if (!row) return undefined;
  const names = await readGroupNames(connection, workspaceId, [row.groupId]);
  return toPerson({ ...row, groupName: names.get(row.groupId) ?? '' });
}

export interface Membership {
  groupId: string;
  groupName: string | null;
  since: string;
  until: string | null;
  messageId: string;
}

/** The groups a person was in, oldest first; undefined if there is no such person. */
export async function listMemberships(
  connection: Connection,
  workspaceId: string,
  personId: string,
): Promise<Membership[] | undefined> {
  const row = await readPerson(connection, workspaceId, personId);
  if (!row) return undefined;
  const groupIds = row.memberships.map(([groupId]) => groupId);
  const names = await readGroupNames(connection, workspaceId, groupIds);
  return row.memberships.map(([groupId, since, until, messageId]) => ({
    groupId,
    groupName: names.get(groupId) || null,
    since,
    until,
    messageId,
  }));
}

async function readPerson(
  connection: Connection,
  workspaceId: string,
  personId: string,
): Promise<OnePerson | undefined> {
  const [row] = await connection.rows<OnePerson>(personSql, { workspace: workspaceId, personId });
  return row;
}

export async function readGroupNames(
  connection: Connection,
  workspaceId: string,
  groupIds: string[],
): Promise<Map<string, string>> {
  const rows = await connection.rows<{ groupId: string; name: string }>(groupNamesSql, {
    workspace: workspaceId,
    groupIds,
  });
  return new Map(rows.map(({ groupId, name }) => [groupId, name]));
}

function toPerson(row: PersonRow) {
  const [channel, source, medium, campaign] = row.firstTouch;
  const traits = storedTraits(row.traits);
  return {
    personId: row.personId,
    userId: row.userId || null,
    name: nameOf(traits),
    emails: row.emails,
    anonymousIds: row.anonymousIds,
    traits,
    groupId: row.groupId || null,
    groupName: row.groupName || null,
    events: row.events,
    visits: row.visits,
    revenue: row.revenue,
    firstSeen: row.firstSeen,
    lastSeen: row.lastSeen,
    firstTouch: channel === '' ? null : { channel, source, medium, campaign },
  };
}
