import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { readTimeline, type TimelineEntry } from '../timelines/timeline.ts';

const keptSql = sql(import.meta.url, 'kept.sql');

/** Events read at a time: each page looks through all events of the story, so few pages; each is held in memory, so not too few. */
const pageLength = 1_000;

export type DocumentedEvent = TimelineEntry & { receivedAt?: string; context?: Record<string, unknown> };

/** A whole timeline, newest first, with everything that is stored of each event. Memory stays flat however long it is. */
export async function* readStory(
  connection: Connection,
  workspaceId: string,
  whose: { groupId: string; history: boolean } | { personId: string },
): AsyncGenerator<DocumentedEvent> {
  let after: { time: string; id: string } | undefined;
  do {
    const page = await readTimeline(connection, workspaceId, whose, { types: [], after, limit: pageLength });
    const kept = await connection.rows<{ messageId: string; receivedAt: string; context: string }>(keptSql, {
      workspace: workspaceId,
      messageIds: page.events.map((event) => event.messageId),
      personIds: [...new Set(page.events.map((event) => event.personId))],
    });
    const byId = new Map(kept.map((row) => [row.messageId, row]));
    for (const event of page.events) {
      const row = byId.get(event.messageId);
      yield row ? { ...event, receivedAt: row.receivedAt, context: JSON.parse(row.context) } : event;
    }
    after = page.next ?? undefined;
  } while (after);
}
