import { TupleParam } from '@clickhouse/client';
import type { Warning } from '@spectacle/protocol';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { storeTime } from '../store/storeTime.ts';
import { type Contents, type EventRow, type PlaceRow, readContents, type VisitTuple } from './contents.ts';
import { type Extent, forever, long, stretches } from './stretches.ts';

const file = (name: string) => sql(import.meta.url, name);
const membersSql = file('members.sql');
const membershipsSql = file('memberships.sql');
const subjectsSql = file('subjects.sql');
const actorsSql = file('actors.sql');
const pageSql = file('page.sql');

type Membership = [groupId: string, since: number, messageId: string];

interface MemberRow extends Extent {
  personId: string;
  /** Left out where only who is in the group now matters. */
  entered?: Membership[];
}

interface SubjectRow {
  subject: string;
  personId: string;
}

export interface TimelinePart {
  types: string[];
  after: { time: string; id: string } | undefined;
  limit: number;
  /** Of so many events on only stretches are looked through; for tests. */
  longFrom?: number;
}

export type TimelineEntry = ReturnType<typeof toEntry>;

/**
 * The joint story of a group's members, or of one person: newest first. What a member did before anybody knew who it was
 * is there too. With `history`, a member's events outside its times in the group are left out.
 *
 * Short questions and not one long: who, where the page's events stand, and what these few contain. A page of a very long story costs
 * hardly more than one of a short: it is looked for in the newest stretch of time first.
 */
export async function readTimeline(
  connection: Connection,
  workspaceId: string,
  whose: { groupId: string; history: boolean } | { personId: string },
  { types, after, limit, longFrom = long }: TimelinePart,
): Promise<{ events: TimelineEntry[]; next: { time: string; id: string } | null }> {
  const workspace = workspaceId;
  const groupId = 'groupId' in whose ? whose.groupId : '';
  const history = 'groupId' in whose && whose.history;
  const asked = { workspace, groupId, personId: 'personId' in whose ? whose.personId : '' };
  const [members, subjects, actors] = await Promise.all([
    connection.rows<MemberRow>(groupId === '' || history ? membershipsSql : membersSql, asked),
    connection.rows<SubjectRow>(subjectsSql, asked),
    groupId === '' ? [] : connection.rows<SubjectRow>(actorsSql, asked),
  ]);
  const memberships = new Map(members.map(({ personId, entered = [] }) => [personId, entered]));
  const owned = subjects.filter(({ personId }) => memberships.has(personId));
  const persons = new Map([...actors, ...owned].map(({ subject, personId }) => [subject, personId]));
  if (persons.size === 0) return { events: [], next: null };

  const asking = {
    workspace,
    groupId,
    history,
    subjects: [...persons.keys()],
    owned: owned.map(({ subject }) => subject),
    periods: history
      ? owned.flatMap(({ subject, personId }) =>
          periodsIn(groupId, memberships.get(personId) ?? []).map((period) => new TupleParam([subject, ...period])),
        )
      : [],
    types,
    afterTime: storeTime(after?.time ?? '1970-01-01 00:00:00.000'),
    afterId: after?.id ?? '',
    limit,
  };
  let places: PlaceRow[] = [];
  let found: Contents | undefined;
  for (const stretch of stretches(members, after?.time, limit, longFrom)) {
    places = await connection.rows<PlaceRow>(pageSql, { ...asking, ...stretch });
    if (!stretch.whole && places.length < limit) continue;
    found = places.length === 0 ? undefined : await readContents(connection, workspace, places);
    if (stretch.whole || places.every((place) => counts(place, found))) break;
  }
  const last = places.at(-1);
  return {
    events: places.flatMap(({ messageId }) => {
      const row = found?.rows.get(messageId);
      return row ? [toEntry(row, persons.get(row.subject) ?? row.subject, found?.visits.get(messageId))] : [];
    }),
    next: last && places.length === limit ? { time: last.timestamp, id: last.messageId } : null,
  };
}

/** Is it the copy of its message that counts? Another one may be all that lies in a stretch. */
function counts({ messageId, timestamp }: PlaceRow, found: Contents | undefined): boolean {
  return found?.rows.get(messageId)?.timestamp === timestamp;
}

type Moment = [time: number, messageId: string];

const end: Moment = [forever, ''];

/** When somebody with these memberships was in the group: from one event to another. The first reaches back to the beginning. */
function periodsIn(groupId: string, memberships: Membership[]): [...from: Moment, ...to: Moment][] {
  return memberships.flatMap(([id, ...since], index) => {
    const [, ...until] = memberships[index + 1] ?? ['', ...end];
    return id === groupId ? [[...(index === 0 ? ([0, ''] as Moment) : since), ...until]] : [];
  });
}

function toEntry(row: EventRow, personId: string, visit: VisitTuple | undefined) {
  return {
    messageId: row.messageId,
    type: row.type,
    event: row.event || null,
    timestamp: row.timestamp,
    personId,
    userId: row.userId || null,
    anonymousId: row.anonymousId || null,
    groupId: row.groupId || null,
    properties: JSON.parse(row.properties) as Record<string, unknown>,
    traits: JSON.parse(row.traits) as Record<string, unknown>,
    page:
      row.url || row.title || row.path
        ? { title: row.title, url: row.url, path: row.path, referrer: row.referrer }
        : null,
    visit: toVisit(visit),
    revenue: row.revenue,
    currency: row.currency || null,
    anonymous: Boolean(row.anonymous),
    warnings: row.warnings === '' ? [] : (JSON.parse(row.warnings) as Warning[]),
  };
}

/** Null for an event that began no visit. */
function toVisit(visit: VisitTuple | undefined) {
  if (!visit) return null;
  const [channel, source, medium, campaign, term, content, landingPage, referrer] = visit;
  return { channel, source, medium, campaign, term, content, landingPage, referrer };
}
