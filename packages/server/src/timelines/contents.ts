import { TupleParam } from '@clickhouse/client';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { storeTime } from '../store/storeTime.ts';

const contentsSql = sql(import.meta.url, 'contents.sql');
const beganSql = sql(import.meta.url, 'began.sql');

export type VisitTuple = [
  channel: string,
  source: string,
  medium: string,
  campaign: string,
  term: string,
  content: string,
  landingPage: string,
  referrer: string,
];

/** Where an event of a page stands. */
export interface PlaceRow {
  visitor: string;
  clientTime: string;
  timestamp: string;
  messageId: string;
  subject: string;
}

export interface EventRow {
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

export interface Contents {
  rows: Map<string, EventRow>;
  visits: Map<string, VisitTuple>;
}

/** What the events of a page contain, and the visits that they began, by messageId. */
export async function readContents(
  connection: Connection,
  workspace: string,
  places: readonly PlaceRow[],
): Promise<Contents> {
  const distinct = (values: string[]) => [...new Set(values)];
  const [rows, began] = await Promise.all([
    connection.rows<EventRow>(contentsSql, {
      workspace,
      places: places.map(
        ({ visitor, clientTime, messageId }) => new TupleParam([visitor, storeTime(clientTime), messageId]),
      ),
    }),
    connection.rows<{ messageId: string; visit: VisitTuple }>(beganSql, {
      workspace,
      subjects: distinct(places.map(({ subject }) => subject)),
      visitors: distinct(places.map(({ visitor }) => visitor)),
      messageIds: places.map(({ messageId }) => messageId),
    }),
  ]);
  return {
    rows: new Map(rows.map((row) => [row.messageId, row])),
    visits: new Map(began.map(({ messageId, visit }) => [messageId, visit])),
  };
}
