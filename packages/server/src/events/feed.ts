import type { Warning } from '@spectacle/protocol';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { storeTime } from '../store/storeTime.ts';

const feedSql = sql(import.meta.url, 'feed.sql');
const rejectionsSql = sql(import.meta.url, 'rejections.sql');
const anySql = sql(import.meta.url, 'any.sql');

interface AcceptedRow {
  messageId: string;
  type: string;
  event: string;
  receivedAt: string;
  /** Is this the arrival that counts? A retry is not. */
  counts: number;
  timestamp: string;
  userId: string;
  anonymousId: string;
  groupId: string;
  personId: string;
  title: string;
  url: string;
  path: string;
  properties: string;
  traits: string;
  warnings: string;
}

interface RejectedRow {
  rejection: string;
  messageId: string;
  receivedAt: string;
  code: string;
  message: string;
  payload: string;
}

export type FeedItem = ReturnType<typeof accepted> | ReturnType<typeof rejected>;

/** The newest events as they arrived, refused ones among them, newest first. */
export async function readFeed(
  connection: Connection,
  workspaceId: string,
  { after, limit }: { after: { time: string; id: string } | undefined; limit: number },
): Promise<{ events: FeedItem[]; next: { time: string; id: string } | null }> {
  const parameters = {
    workspace: workspaceId,
    afterTime: storeTime(after?.time ?? '1970-01-01 00:00:00.000'),
    afterId: after?.id ?? '',
    limit,
  };
  const [acceptedRows, rejectedRows] = await Promise.all([
    connection.rows<AcceptedRow>(feedSql, parameters),
    connection.rows<RejectedRow>(rejectionsSql, parameters),
  ]);
  const items = [
    ...acceptedRows.map((row) => ({
      receivedAt: row.receivedAt,
      id: row.messageId,
      shown: row.counts ? accepted(row) : null,
    })),
    ...rejectedRows.map((row) => ({ receivedAt: row.receivedAt, id: row.rejection, shown: rejected(row) })),
  ]
    .sort((a, b) => compare(b.receivedAt, a.receivedAt) || compare(b.id, a.id))
    .slice(0, limit);
  const last = items.at(-1);
  const more = acceptedRows.length + rejectedRows.length > items.length || items.length === limit;
  return {
    events: items.flatMap(({ shown }) => shown ?? []),
    next: last && more ? { time: last.receivedAt, id: last.id } : null,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Has the workspace received anything at all? */
export async function hasEvents(connection: Connection, workspaceId: string): Promise<boolean> {
  const [row] = await connection.rows<{ any: number }>(anySql, { workspace: workspaceId });
  return Boolean(row?.any);
}

function accepted(row: AcceptedRow) {
  return {
    verdict: 'accepted' as const,
    messageId: row.messageId as string | null,
    type: row.type as string | null,
    event: row.event || null,
    receivedAt: row.receivedAt,
    timestamp: row.timestamp as string | null,
    userId: row.userId || null,
    anonymousId: row.anonymousId || null,
    groupId: row.groupId || null,
    personId: row.personId as string | null,
    page: row.url || row.title ? { title: row.title, url: row.url, path: row.path } : null,
    properties: JSON.parse(row.properties) as Record<string, unknown>,
    traits: JSON.parse(row.traits) as Record<string, unknown>,
    code: null,
    message: null,
    warnings: row.warnings === '' ? [] : (JSON.parse(row.warnings) as Warning[]),
  };
}

function rejected(row: RejectedRow) {
  return {
    verdict: 'rejected' as const,
    messageId: row.messageId || null,
    type: null,
    event: null,
    receivedAt: row.receivedAt,
    timestamp: null,
    userId: null,
    anonymousId: null,
    groupId: null,
    personId: null,
    page: null,
    // The start of what was sent: it may be cut, so it is text.
    properties: { sent: row.payload },
    traits: {},
    code: row.code,
    message: row.message,
    warnings: [] as Warning[],
  };
}
