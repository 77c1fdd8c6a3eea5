import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { storeTime } from '../store/storeTime.ts';

const boundSql = sql(import.meta.url, 'exportBound.sql');
const eventsSql = sql(import.meta.url, 'exportedEvents.sql');

type Fields = Record<string, unknown>;

interface StoredEvent {
  visitor: string;
  clientTime: string;
  messageId: string;
  type: string;
  event: string;
  timestamp: string;
  receivedAt: string;
  personId: string;
  userId: string;
  anonymousId: string;
  email: string;
  previousId: string;
  groupId: string;
  actingGroup: string;
  title: string;
  url: string;
  path: string;
  referrer: string;
  source: string;
  medium: string;
  campaign: string;
  term: string;
  content: string;
  /** `name=value` */
  clickId: string;
  properties: string;
  traits: string;
  context: string;
}

type Bound = Pick<StoredEvent, 'visitor' | 'clientTime' | 'messageId'>;

const beginning = '1970-01-01 00:00:00.000';

/** Where an event is stored; the cursor of the export carries it. */
export interface StoredPlace {
  visitor: string;
  time: string;
  id: string;
}

export type ExportedEvent = ReturnType<typeof asSent>;

/**
 * Events of a workspace as calls that can be sent again: an import of them into an empty workspace gives the same people,
 * companies and reports. In the order in which they are stored, which is that of browsers and not of time. A page has at
 * most `limit` events, and may have fewer though others follow.
 */
export async function exportEvents(
  connection: Connection,
  workspaceId: string,
  { after, limit }: { after: StoredPlace | undefined; limit: number },
): Promise<{ events: ExportedEvent[]; next: StoredPlace | null }> {
  const from = {
    workspace: workspaceId,
    afterVisitor: after?.visitor ?? '',
    afterTime: storeTime(after?.time ?? beginning),
    afterId: after?.id ?? '',
  };
  const [bound] = await connection.rows<Bound>(boundSql, { ...from, offset: limit - 1 });
  const rows = await connection.rows<StoredEvent>(eventsSql, {
    ...from,
    toVisitor: bound?.visitor ?? '',
    toTime: storeTime(bound?.clientTime ?? beginning),
    toId: bound?.messageId ?? '',
  });
  const next = bound ? { visitor: bound.visitor, time: bound.clientTime, id: bound.messageId } : null;
  return { events: rows.map(asSent), next };
}

/** What has a column of its own goes back to where the collector reads it. */
function asSent(row: StoredEvent) {
  return {
    type: row.type,
    messageId: row.messageId,
    timestamp: row.timestamp,
    receivedAt: row.receivedAt,
    personId: row.personId,
    ...filled({
      userId: row.userId,
      anonymousId: row.anonymousId,
      email: row.email,
      previousId: row.previousId,
      // An identify says its group as traits.companyId.
      groupId: row.type === 'group' ? row.groupId : '',
      event: row.event,
    }),
    ...withContent('properties', JSON.parse(row.properties) as Fields),
    ...withContent('traits', JSON.parse(row.traits) as Fields),
    ...withContent('context', contextOf(row)),
  };
}

function contextOf(row: StoredEvent): Fields {
  const { title, url, path, referrer, source, medium, campaign, term, content, clickId } = row;
  const equals = clickId.indexOf('=');
  return {
    ...(JSON.parse(row.context) as Fields),
    ...filled({ groupId: row.actingGroup }),
    ...withContent('page', filled({ title, url, path, referrer })),
    ...withContent('campaign', filled({ source, medium, name: campaign, term, content })),
    ...(equals > 0 && { clickIds: { [clickId.slice(0, equals)]: clickId.slice(equals + 1) } }),
  };
}

/** Without the empty ones, which stand for "not sent". */
function filled<Name extends string>(values: Record<Name, string>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<
    Record<Name, string>
  >;
}

function withContent<Name extends string>(name: Name, fields: Fields): Partial<Record<Name, Fields>> {
  return Object.keys(fields).length === 0 ? {} : ({ [name]: fields } as Record<Name, Fields>);
}
