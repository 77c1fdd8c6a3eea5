import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { type Change, keyOf } from './backlog.ts';

const recent = sql(import.meta.url, 'tail.sql');

/** Nearly all inserts are there so long after their receipt was stamped, and collectors' clocks agree that well. */
const usualMs = 5_000;

/** And all of them so long after; looked for with every tenth look. */
const longestMs = 60_000;
const longEvery = 10;

/**
 * What other collectors stored: told by the arrivals, each of which is given out once. What this process stored itself is
 * known without looking.
 */
export class Tail {
  readonly #connection: Connection;
  /** Arrivals given out, by when they were received. */
  #seen = new Map<string, number>();
  /** Arrivals of this process that were not met yet, and until when they are worth remembering. */
  #own = new Map<string, { count: number; until: number }>();
  #looks = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** An arrival that is known already. */
  stored(change: Change): void {
    const key = keyOf(change);
    this.#own.set(key, { count: (this.#own.get(key)?.count ?? 0) + 1, until: Date.now() + 2 * longestMs });
  }

  /** What is new since the last look. */
  async look(): Promise<Change[]> {
    const long = this.#looks++ % longEvery === 0;
    const now = Date.now();
    const rows = await this.#connection.rows<{
      workspace: string;
      visitor: string;
      messageId: string;
      receivedAt: number;
    }>(recent, { from: Math.max(0, now - (long ? longestMs : usualMs)) });
    const changes: Change[] = [];
    for (const { workspace, visitor, messageId, receivedAt } of rows) {
      const change = { workspaceId: workspace, visitor, messageId };
      const key = keyOf(change);
      const arrival = `${receivedAt}\n${key}`;
      if (this.#seen.has(arrival)) continue;
      this.#seen.set(arrival, receivedAt);
      if (!this.#isOwn(key)) changes.push(change);
    }
    if (long) this.#forget(now);
    return changes;
  }

  #isOwn(key: string): boolean {
    const own = this.#own.get(key);
    if (!own) return false;
    if (own.count > 1) own.count--;
    else this.#own.delete(key);
    return true;
  }

  #forget(now: number): void {
    for (const [arrival, receivedAt] of this.#seen) if (receivedAt < now - 2 * longestMs) this.#seen.delete(arrival);
    for (const [key, { until }] of this.#own) if (until < now) this.#own.delete(key);
  }
}
