import type { Warning } from '@spectacle/protocol';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const timelineSql = sql(import.meta.url, 'timeline.sql');

interface EventRow {
  messageId: string;
  type: string;
  event: string;
  timestamp: string;
  personId: string;
  userId: string;
  anonymousId: string;
  groupId: string;
  properties: string;
  traits: string;
  title: string;
  url: string;
  path: string;
  referrer: string;
  began: number;
  visit: {
    channel: string;
    source: string;
    medium: string;
    campaign: string;
    term: string;
    content: string;
    landing_page: string;
    referrer: string;
  };
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
 */
export async function readTimeline(
  connection: Connection,
  workspaceId: string,
  whose: { groupId: string; history: boolean } | { personId: string },
  { types, after, limit }: TimelinePart,
): Promise<{ events: TimelineEntry[]; next: { time: string; id: string } | null }> {
  const rows = await connection.rows<EventRow>(timelineSql, {
    workspace: workspaceId,
    groupId: 'groupId' in whose ? whose.groupId : '',
    personId: 'personId' in whose ? whose.personId : '',
    history: 'groupId' in whose && whose.history,
    types,
    afterTime: after?.time ?? '1970-01-01 00:00:00.000',
    afterId: after?.id ?? '',
    limit,
  });
  const last = rows.at(-1);
  const next = last && rows.length === limit ? { time: last.timestamp, id: last.messageId } : null;
  return { events: rows.map(toEntry), next };
}

function toEntry(row: EventRow) {
  const { landing_page, ...visit } = row.visit;
  return {
    messageId: row.messageId,
    type: row.type,
    event: row.event || null,
    timestamp: row.timestamp,
    personId: row.personId,
    userId: row.userId || null,
    anonymousId: row.anonymousId || null,
    groupId: row.groupId || null,
    properties: JSON.parse(row.properties) as Record<string, unknown>,
    traits: JSON.parse(row.traits) as Record<string, unknown>,
    page:
      row.url || row.title || row.path
        ? { title: row.title, url: row.url, path: row.path, referrer: row.referrer }
        : null,
    visit: row.began
      ? {
          channel: visit.channel,
          source: visit.source,
          medium: visit.medium,
          campaign: visit.campaign,
          term: visit.term,
          content: visit.content,
          landingPage: landing_page,
          referrer: visit.referrer,
        }
      : null,
    revenue: row.revenue,
    currency: row.currency || null,
    anonymous: Boolean(row.anonymous),
    warnings: row.warnings === '' ? [] : (JSON.parse(row.warnings) as Warning[]),
  };
}
