import type { Store } from '../store/store.ts';
import { readTimeline } from '../timelines/timeline.ts';
import { type Place, readCursor, writeCursor } from './query.ts';

/** One page of a timeline as `answerList` wants it. */
export async function timelinePage(
  store: Store,
  workspaceId: string,
  whose: { groupId: string; history: boolean } | { personId: string },
  type: string | undefined,
  limit: number | undefined,
  cursor: string | undefined,
) {
  const after = cursor === undefined ? undefined : readCursor<Place>(cursor, ['time', 'id']);
  const types = type === undefined || type === '' ? [] : type.split(',');
  const { events, next } = await readTimeline(store.reading, workspaceId, whose, { types, after, limit: limit ?? 50 });
  return { rows: events, next: writeCursor(next) };
}
