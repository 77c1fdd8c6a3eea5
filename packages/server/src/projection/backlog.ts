import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const checkpointSql = sql(import.meta.url, 'checkpoint.sql');
const windowSql = sql(import.meta.url, 'window.sql');
const arrivedSql = sql(import.meta.url, 'arrived.sql');

/** Something that changed: a visitor's events, told by one of them (none: they are to be derived again). */
export interface Change {
  workspaceId: string;
  visitor: string;
  messageId: string;
}

/** Changes kept in memory. More of them are read back from the arrivals later, so a flood costs disk and not memory. */
const memory = 200_000;

/** And so many characters of their ids, of which one of the usual length has 90 and the longest 620: each is kept twice. */
const memoryCharacters = 25_000_000;

/** Arrivals read back at once. */
const pageSize = 50_000;

/** Inserts may be under way that long after their receipt was stamped. */
export const marginMs = 60_000;

/** What has been stored and is not projected yet. */
export class Backlog {
  readonly #connection: Connection;
  #changes = new Map<string, Change>();
  /** Of all keys. */
  #characters = 0;
  /** Arrivals received from this moment on are to be read back: those before a crash, or those of a flood. */
  #readBackFrom: number | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get size(): number {
    return this.#changes.size;
  }

  get empty(): boolean {
    return this.#changes.size === 0 && this.#readBackFrom === undefined;
  }

  /**
   * Everything since the last checkpoint, which a process that was killed may not have projected. Returns when that was
   * (milliseconds since 1970), and whether the derived rows tell what changed since.
   */
  async recover(): Promise<{ checkpoint: number; tells: boolean }> {
    const [row] = await this.#connection.rows<{ receivedAt: number; tells: number }>(checkpointSql);
    const checkpoint = row?.receivedAt ?? 0;
    this.readBack(checkpoint);
    return { checkpoint, tells: row?.tells === 1 };
  }

  /** Everything received since a moment (milliseconds since 1970) is to be projected once more. */
  readBack(since: number): void {
    this.#readBackFrom = Math.max(0, Math.min(since - marginMs, this.#readBackFrom ?? Number.POSITIVE_INFINITY));
  }

  add(change: Change): void {
    if (this.#changes.size < memory && this.#characters < memoryCharacters) {
      this.#keep(change);
    } else {
      this.#readBackFrom ??= Date.now() - marginMs;
    }
  }

  /**
   * At most `count` changes; `last` tells that nothing else waits. Everything received before `upTo` (milliseconds since 1970) is
   * in them or was taken before; undefined if that cannot be told.
   */
  async take(count: number): Promise<{ changes: Change[]; last: boolean; upTo: number | undefined }> {
    const now = Date.now();
    if (this.#changes.size === 0 && this.#readBackFrom !== undefined) await this.#readBack(this.#readBackFrom);
    if (this.#changes.size <= count) {
      const changes = [...this.#changes.values()];
      this.#changes = new Map();
      this.#characters = 0;
      return { changes, last: this.#readBackFrom === undefined, upTo: this.#readBackFrom ?? now };
    }
    const changes: Change[] = [];
    for (const [key, change] of this.#changes) {
      if (changes.length === count) break;
      changes.push(change);
      this.#changes.delete(key);
      this.#characters -= key.length;
    }
    return { changes, last: false, upTo: undefined };
  }

  /** A run failed: its changes wait again, however many do. When they were received is not known, so they cannot be read back. */
  putBack(changes: Change[]): void {
    for (const change of changes) this.#keep(change);
  }

  #keep(change: Change): void {
    const key = keyOf(change);
    if (!this.#changes.has(key)) this.#characters += key.length;
    this.#changes.set(key, change);
  }

  async #readBack(from: number): Promise<void> {
    const [page] = await this.#connection.rows<{ until: number; rows: number }>(windowSql, { from, limit: pageSize });
    // A page ends at a moment; one with a single moment that fills it whole is read whole.
    const until = page === undefined || page.rows < pageSize ? undefined : Math.max(page.until, from + 1);
    const arrived = await this.#connection.rows<{ workspace: string; visitor: string; messageId: string }>(arrivedSql, {
      from,
      until: until ?? Date.UTC(2299, 0),
    });
    // Unless more was asked for meanwhile.
    if (this.#readBackFrom === from) this.#readBackFrom = until;
    for (const { workspace, visitor, messageId } of arrived) {
      this.#keep({ workspaceId: workspace, visitor, messageId });
    }
  }
}

/** Changes of one key are one change. */
export const keyOf = ({ workspaceId, visitor, messageId }: Change) => `${workspaceId}\n${visitor}\n${messageId}`;
