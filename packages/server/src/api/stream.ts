import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFeed } from '../events/feed.ts';
import type { Store } from '../store/store.ts';
import type { AccessOf } from './access.ts';

/** Events shown at once when a stream begins to flow; more than that nobody can read. */
const burst = 100;

/** A comment line keeps proxies from closing a quiet stream (HTML standard, 9.2.7, advises every 15 seconds or so). */
const quietMs = 15_000;

/** Tells the streams of a workspace that something arrived. */
export class Arrivals {
  readonly #listeners = new Map<string, Set<() => void>>();

  arrived(workspaceId: string): void {
    for (const listener of this.#listeners.get(workspaceId) ?? []) listener();
  }

  listen(workspaceId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(workspaceId) ?? new Set();
    this.#listeners.set(workspaceId, listeners.add(listener));
    return () => listeners.delete(listener);
  }
}

/**
 * The live feed as server-sent events: one message for each event that arrives from now on, oldest first. Returns when the
 * reader is gone, or may not see it any more.
 */
export async function streamFeed(
  reply: FastifyReply,
  store: Store,
  arrivals: Arrivals,
  workspaceId: string,
  mayRead: () => Promise<boolean>,
): Promise<void> {
  const { raw } = reply.hijack();
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  raw.write(': connected\n\n');
  let since = new Date().toISOString();
  const sent = new Set<string>();
  let reading = false;
  let again = false;

  const flow = async () => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      const { events } = await readFeed(store.reading, workspaceId, { after: undefined, limit: burst });
      for (const event of events.reverse()) {
        const key = `${event.messageId}\n${event.receivedAt}`;
        if (event.receivedAt < since || sent.has(key)) continue;
        sent.add(key);
        raw.write(`data: ${JSON.stringify(event)}\n\n`);
      }
      if (sent.size > 10 * burst) {
        since = new Date(Date.now() - 60_000).toISOString();
        for (const key of [...sent].slice(0, -2 * burst)) sent.delete(key);
      }
    } while (again && !raw.destroyed);
    reading = false;
  };

  const beat = setInterval(() => {
    raw.write(': still here\n\n');
    // Whoever logs out everywhere means this too. A store that does not answer is no reason to leave.
    mayRead().then(
      (may) => may || raw.end(),
      () => {},
    );
  }, quietMs);
  const stop = arrivals.listen(workspaceId, () => {
    flow().catch(() => raw.destroy());
  });
  await new Promise((gone) => raw.on('close', gone));
  clearInterval(beat);
  stop();
}

/** `events/stream` of a workspace. */
export function streamRoutes(store: Store, arrivals: Arrivals, accessOf: AccessOf) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<{ Params: { ws: string } }>('/events/stream', { schema: { hide: true } }, async (request, reply) => {
      const { ws } = request.params;
      const mayRead = async () =>
        (await accessOf(request))?.seats.some(({ workspaceId }) => workspaceId === ws) ?? false;
      await streamFeed(reply, store, arrivals, ws, mayRead);
      return reply;
    });
  };
}
