import { TupleParam } from '@clickhouse/client';
import type { Warning } from '@spectacle/protocol';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { storeTime } from '../store/storeTime.ts';

const file = (name: string) => sql(import.meta.url, name);
const whoseSql = file('whose.sql');
const actorsSql = file('actors.sql');
const pageSql = file('page.sql');
const contentsSql = file('contents.sql');

type Period = [from: number, fromMessage: string, to: number, toMessage: string];

interface SubjectRow {
  subject: string;
  personId: string;
  periods?: Period[];
}

type VisitTuple = [
  channel: string,
  source: string,
  medium: string,
  campaign: string,
  term: string,
  content: string,
  landingPage: string,
  referrer: string,
];

interface PlaceRow {
  visitor: string;
  clientTime: string;
  timestamp: string;
  messageId: string;
  visit: VisitTuple;
}

interface EventRow {
  messageId: string;
  type: string;
  event: string;
  timestamp: string;
  subject: string;
  userId: string;
  anonymousId: string;
  groupId: string;
  properties: string;
  traits: string;
  title: string;
  url: string;
  path: string;
  referrer: string;
  revenue: number | null;
  currency: string;
  anonymous: number;
  warnings: string;
}

export interface TimelinePart {
  types: string[];
  after: { time: string; id: string } | undefined;
  limit: number;
}

export type TimelineEntry = ReturnType<typeof toEntry>;

/**
 * The joint story of a group's members, or of one person: newest first. What a member did before anybody knew who it was
 * is there too. With `history`, a member's events outside its times in the group are left out.
 *
 * Three short queries and not one: who, where the page's events stand, and what these few contain.
 */
export async function readTimeline(
  connection: Connection,
  workspaceId: string,
  whose: { groupId: string; history: boolean } | { personId: string },
  { types, after, limit }: TimelinePart,
): Promise<{ events: TimelineEntry[]; next: { time: string; id: string } | null }> {
  const workspace = workspaceId;
  const groupId = 'groupId' in whose ? whose.groupId : '';
  const history = 'groupId' in whose && whose.history;
  const [owned, actors] = await Promise.all([
    connection.rows<SubjectRow>(whoseSql, {
      workspace,
      groupId,
      history,
      personId: 'personId' in whose ? whose.personId : '',
    }),
    groupId === '' ? [] : connection.rows<SubjectRow>(actorsSql, { workspace, groupId }),
  ]);
  const persons = new Map([...actors, ...owned].map(({ subject, personId }) => [subject, personId]));
  if (persons.size === 0) return { events: [], next: null };

  const places = await connection.rows<PlaceRow>(pageSql, {
    workspace,
    groupId,
    history,
    subjects: [...persons.keys()],
    owned: owned.map(({ subject }) => subject),
    periods: owned.flatMap(({ subject, periods }) =>
      (periods ?? []).map((period) => new TupleParam([subject, ...period])),
    ),
    types,
    afterTime: storeTime(after?.time ?? '1970-01-01 00:00:00.000'),
    afterId: after?.id ?? '',
    limit,
  });
  if (places.length === 0) return { events: [], next: null };

  const rows = await connection.rows<EventRow>(contentsSql, {
    workspace,
    places: places.map(
      ({ visitor, clientTime, messageId }) => new TupleParam([visitor, storeTime(clientTime), messageId]),
    ),
  });
  const contents = new Map(rows.map((row) => [row.messageId, row]));
  const last = places.at(-1);
  return {
    events: places.flatMap(({ messageId, visit }) => {
      const row = contents.get(messageId);
      return row ? [toEntry(row, persons.get(row.subject) ?? row.subject, visit)] : [];
    }),
    next: last && places.length === limit ? { time: last.timestamp, id: last.messageId } : null,
  };
}

function toEntry(row: EventRow, personId: string, visit: VisitTuple) {
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

/** Null for an event that began no visit: the join fills its visit with empty texts, and every visit has a channel. */
function toVisit([channel, source, medium, campaign, term, content, landingPage, referrer]: VisitTuple) {
  return channel === '' ? null : { channel, source, medium, campaign, term, content, landingPage, referrer };
}
