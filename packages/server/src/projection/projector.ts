import type { Connection } from '../store/connection.ts';
import { type Sql, sql, statements } from '../store/sql.ts';

const file = (name: string) => sql(import.meta.url, name);
const conflicts = file('conflicts.sql');
const losers = file('losers.sql');
const rivals = file('rivals.sql');
const deleteLosers = statements(file('deleteLosers.sql'));
const recent = file('recent.sql');
const everybody = file('everybody.sql');
const clear = statements(file('clear.sql'));

/** From events to groups. Each step reads the keys that the one before marked, and can be repeated without harm. */
const steps: Sql[] = [
  'trails.sql',
  'claims.sql',
  'subjects.sql',
  'followers.sql',
  'persons.sql',
  'identities.sql',
  'persons.sql',
  'stays.sql',
  'owned.sql',
  'shares.sql',
  'money.sql',
  'people.sql',
  'stays.sql',
  'contributions.sql',
  'groups.sql',
].map(file);

/** Something that changed: a visitor's events, told by one of them (none: they are to be derived again). */
export interface Change {
  workspaceId: string;
  visitor: string;
  messageId: string;
}

/** Visitors of one run; a longer list would make its statements slow and long. */
const runSize = 20_000;

/**
 * Under steady traffic runs follow each other with a pause of twice their own length, so that the derivation takes a third
 * of a core at most and events still show within two seconds. Whoever waits for a run cuts the pause short.
 */
const pauseFactor = 2;
const longestPauseMs = 1_000;

/** A start after a crash projects again what arrived since the last checkpoint. */
const checkpointEveryMs = 5_000;

/**
 * Keeps the derived tables true to the events. Every run computes the rows of the visitors that changed afresh from their
 * events, then those of the people and groups that they touch; it adds nothing up. So late, repeated and reordered events,
 * and a run cut off in the middle, end in the same rows.
 */
export class Projector {
  readonly #connection: Connection;
  readonly #onError: (error: unknown) => void;
  #pending = new Map<string, Change>();
  #running: Promise<void> | undefined;
  #lastBatch = 0;
  #checkpointAt = 0;
  #closed = false;
  #failure: unknown;
  /** Those who wait for the run that takes up what is pending, and for the run under way. */
  #waitForNext: (() => void)[] = [];
  #waitForThis: (() => void)[] = [];
  #hurry: (() => void) | undefined;
  /** How long the last run took, in milliseconds. */
  lastRunMs = 0;

  constructor(connection: Connection, onError: (error: unknown) => void) {
    this.#connection = connection;
    this.#onError = onError;
  }

  /** Changes that wait for a run. */
  get waiting(): number {
    return this.#pending.size;
  }

  /** Takes up what a process that was killed had stored but not projected. */
  async recover(): Promise<void> {
    for (const change of await this.#connection.rows<{ workspace: string; visitor: string; messageId: string }>(
      recent,
    )) {
      this.changed({ workspaceId: change.workspace, visitor: change.visitor, messageId: change.messageId });
    }
    await this.covered();
  }

  /** Derives a workspace again, after a change of settings. Returns when it is done. */
  async again(workspaceId: string): Promise<void> {
    const visitors = await this.#connection.rows<{ visitor: string }>(everybody, { workspace: workspaceId });
    for (const { visitor } of visitors) this.changed({ workspaceId, visitor, messageId: '' });
    await this.covered();
  }

  changed(change: Change): void {
    this.#pending.set(`${change.workspaceId}\n${change.visitor}\n${change.messageId}`, change);
    this.#start();
  }

  /**
   * Returns when nothing is left to project.
   * @throws what the last run failed with, if one fails meanwhile.
   */
  async settled(): Promise<void> {
    while (this.#running) {
      this.#hurry?.();
      await Promise.race([this.#running, new Promise<void>((resolve) => this.#waitForThis.push(resolve))]);
      if (this.#failure !== undefined) throw this.#failure;
    }
  }

  /** Returns when what was changed before this call has been projected (or could not be), whatever arrives meanwhile. */
  covered(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#hurry?.();
    if (this.#pending.size > 0) return new Promise((resolve) => this.#waitForNext.push(resolve));
    return this.#running ? new Promise((resolve) => this.#waitForThis.push(resolve)) : Promise.resolve();
  }

  /** Finishes the run under way and starts no other; what waits is taken up by the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#hurry?.();
    await this.#running;
  }

  #start(): void {
    if (this.#running || this.#closed) return;
    this.#running = this.#drain().finally(() => {
      this.#running = undefined;
      if (this.#pending.size > 0) this.#start();
    });
  }

  async #drain(): Promise<void> {
    // Whatever is committed in this turn of the event loop belongs to one run.
    await new Promise(setImmediate);
    while (this.#pending.size > 0 && !this.#closed) {
      const changes = this.#take();
      const started = performance.now();
      const startedAt = Date.now();
      try {
        await this.#run([...changes.values()]);
        this.#failure = undefined;
        for (const resolve of this.#waitForThis.splice(0)) resolve();
        if (this.#pending.size === 0 && startedAt - this.#checkpointAt >= checkpointEveryMs)
          await this.#checkpoint(startedAt);
      } catch (error) {
        this.#onError(error);
        this.#failure = error;
        // Whoever waits is answered from what was derived before.
        for (const resolve of this.#waitForThis.splice(0)) resolve();
        for (const [key, change] of changes) this.#pending.set(key, change);
        // The store may be gone for a while; the events are safe, so there is no hurry.
        await this.#pause(500);
      }
      this.lastRunMs = performance.now() - started;
      await this.#pause(Math.min(this.lastRunMs * pauseFactor, longestPauseMs));
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    if (this.#closed || this.#waitForNext.length > 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#hurry = undefined;
  }

  #take(): Map<string, Change> {
    if (this.#pending.size <= runSize) {
      const all = this.#pending;
      this.#pending = new Map();
      this.#waitForThis.push(...this.#waitForNext.splice(0));
      return all;
    }
    const some = new Map<string, Change>();
    for (const [key, change] of this.#pending) {
      if (some.size === runSize) break;
      some.set(key, change);
      this.#pending.delete(key);
    }
    return some;
  }

  async #run(changes: Change[]): Promise<void> {
    // Also the version of the rows written: later runs win. Microseconds, so that a restart does not repeat one.
    const batch = Math.max(this.#lastBatch + 1, Date.now() * 1000);
    this.#lastBatch = batch;
    const lines: string[] = [];
    const visitors = new Set<string>();
    for (const { workspaceId, visitor, messageId } of changes) {
      if (messageId !== '') lines.push(JSON.stringify([batch, 'message', workspaceId, messageId]));
      const line = JSON.stringify([batch, 'visitor', workspaceId, visitor]);
      if (visitors.has(line)) continue;
      visitors.add(line);
      lines.push(line);
    }
    await this.#mark(lines);
    try {
      await this.#settleConflicts(batch);
      for (const step of steps) await this.#connection.run(step, { batch });
    } finally {
      for (const statement of clear) await this.#connection.run(statement);
    }
  }

  /** One message with two contents: the copies that do not count are deleted, with what was derived from them. */
  async #settleConflicts(batch: number): Promise<void> {
    const found = await this.#connection.rows<{ workspace: string; messageId: string }>(conflicts, { batch });
    for (const { workspace, messageId } of found) {
      const copies = await this.#connection.rows<Copy>(losers, { workspace, messageId });
      const content = copies[0]?.content;
      if (content === undefined || copies.every((copy) => copy.content === content)) continue;
      const visitors = [...new Set(copies.map((copy) => copy.visitor))];
      await this.#mark([
        ...visitors.map((visitor) => JSON.stringify([batch, 'visitor', workspace, visitor])),
        ...copies
          .flatMap((copy) => [copy.subject, ...copy.ids])
          .map((id) => JSON.stringify([batch, 'subject', workspace, id])),
      ]);
      await this.#connection.run(rivals, { batch, workspace, messageId });
      for (const statement of deleteLosers)
        await this.#connection.run(statement, { workspace, messageId, content, visitors });
    }
  }

  async #mark(lines: string[]): Promise<void> {
    await this.#connection.append('spectacle.dirty', ['batch', 'kind', 'workspace', 'key'], lines.join('\n'));
  }

  async #checkpoint(receivedAt: number): Promise<void> {
    this.#checkpointAt = receivedAt;
    const line = JSON.stringify(['projection', receivedAt, receivedAt]);
    await this.#connection.append('spectacle.checkpoints', ['name', 'received_at', 'version'], line);
  }
}

interface Copy {
  visitor: string;
  subject: string;
  ids: string[];
  content: string;
}
