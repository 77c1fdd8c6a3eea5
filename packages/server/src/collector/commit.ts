/**
 * Rows that one request waits for, each line ended by a line break. Bytes rather than text: what waits then lies outside
 * the heap that the garbage collector has to copy.
 */
export interface Lines {
  bytes: Buffer;
  rows: number;
}

export type Committed =
  | { ok: true }
  | { ok: false; code: 'overloaded' | 'store_unavailable' | 'unstorable'; error?: unknown };

interface Waiting extends Lines {
  settle(outcome: Committed): void;
}

export interface CommitLimits {
  /** Rows and bytes of one insert. */
  insertRows: number;
  insertBytes: number;
  /** Bytes that may wait; past that new requests are refused at once, so memory stays bounded. */
  waitingBytes: number;
  /**
   * Requests that gathered during an insert wait so many milliseconds for more to join them; less if nobody joins for `lullMs`, as
   * when all clients wait for their answers, or so many bytes wait.
   */
  gatherMs: number;
  lullMs: number;
  gatherBytes: number;
}

export const commitLimits: CommitLimits = {
  insertRows: 10_000,
  insertBytes: 8 * 1024 * 1024,
  waitingBytes: 64 * 1024 * 1024,
  gatherMs: 100,
  lullMs: 15,
  gatherBytes: 256 * 1024,
};

export interface CommitCollaborators {
  /** Returns when the lines are stored. */
  insert(lines: Buffer): Promise<void>;
  /** Does this failure blame the lines rather than the store? */
  blamesData?(error: unknown): boolean;
  /** For the metrics. */
  observe?(rows: number, seconds: number, ok: boolean): void;
  /** Waits, and tells the time in milliseconds; replaced in tests. */
  pause?(milliseconds: number): Promise<unknown>;
  now?(): number;
}

/**
 * Group commit: while one insert is under way the next requests gather, and then go together. Alone, a request waits for
 * nobody; under load inserts grow by themselves. What gathered waits a little for more to join in: the cost of an insert, and
 * of the merges it leads to, hardly depends on its rows while these are few.
 *
 * A request hears of success only after its rows are stored. A failed insert fails the requests whose rows it carried and no
 * others; the next try starts afresh, so a store that comes back is used at once. Should the store find fault with a line,
 * the group is halved until the fault is alone: its neighbours are stored.
 */
export class GroupCommit {
  readonly #insert: (lines: Buffer) => Promise<void>;
  readonly #blamesData: (error: unknown) => boolean;
  readonly #observe: (rows: number, seconds: number, ok: boolean) => void;
  readonly #pause: (milliseconds: number) => Promise<unknown>;
  readonly #now: () => number;
  readonly #limits: CommitLimits;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #closing = false;
  /** Somebody waited already when the last insert returned. */
  #gathered = false;
  #running: Promise<void> | undefined;
  #joinedAt = 0;
  /** Ends the wait of what gathered. */
  #enough = () => {};

  constructor(
    { insert, blamesData, observe, pause = sleep, now = () => performance.now() }: CommitCollaborators,
    limits: CommitLimits = commitLimits,
  ) {
    this.#insert = insert;
    this.#blamesData = blamesData ?? (() => false);
    this.#observe = observe ?? (() => {});
    this.#pause = pause;
    this.#now = now;
    this.#limits = limits;
  }

  /** Bytes that wait for an insert. */
  get waiting(): number {
    return this.#waitingBytes;
  }

  commit(lines: Lines): Promise<Committed> {
    if (this.#waitingBytes + lines.bytes.length > this.#limits.waitingBytes) {
      return Promise.resolve({ ok: false, code: 'overloaded' });
    }
    return new Promise((settle) => {
      this.#waiting.push({ bytes: lines.bytes, rows: lines.rows, settle });
      this.#waitingBytes += lines.bytes.length;
      this.#joinedAt = this.#now();
      if (this.#waitingBytes >= this.#limits.gatherBytes) this.#enough();
      this.#running ??= this.#run();
    });
  }

  /** Gathers no more; returns when nothing waits any more. */
  async idle(): Promise<void> {
    this.#closing = true;
    this.#enough();
    while (this.#running) await this.#running;
    this.#closing = false;
  }

  async #run(): Promise<void> {
    // Requests that arrived in the same turn of the event loop belong to the first insert.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      await this.#store(this.#take());
      if (this.#gathered) await this.#gather();
    }
    this.#running = undefined;
  }

  /** Waits for more, while they come. */
  async #gather(): Promise<void> {
    const { gatherMs, lullMs, gatherBytes } = this.#limits;
    const end = this.#now() + gatherMs;
    for (;;) {
      const left = Math.min(end, this.#joinedAt + lullMs) - this.#now();
      if (left <= 0 || this.#waitingBytes >= gatherBytes || this.#closing) return;
      const enough = new Promise<void>((resolve) => {
        this.#enough = resolve;
      });
      await Promise.race([this.#pause(left), enough]);
    }
  }

  async #store(group: Waiting[]): Promise<void> {
    let rows = 0;
    for (const waiting of group) rows += waiting.rows;
    const started = performance.now();
    let failure: { error: unknown } | undefined;
    try {
      const [first] = group;
      await this.#insert(
        group.length === 1 && first ? first.bytes : Buffer.concat(group.map((waiting) => waiting.bytes)),
      );
    } catch (error) {
      failure = { error };
    }
    this.#gathered = this.#waiting.length > 0;
    this.#observe(rows, (performance.now() - started) / 1000, failure === undefined);
    const faulty = failure !== undefined && this.#blamesData(failure.error);
    if (faulty && group.length > 1) {
      const half = Math.ceil(group.length / 2);
      await this.#store(group.slice(0, half));
      await this.#store(group.slice(half));
      return;
    }
    const outcome: Committed = failure
      ? { ok: false, code: faulty ? 'unstorable' : 'store_unavailable', error: failure.error }
      : { ok: true };
    for (const waiting of group) waiting.settle(outcome);
  }

  #take(): Waiting[] {
    let rows = 0;
    let bytes = 0;
    let count = 0;
    for (const waiting of this.#waiting) {
      if (
        count > 0 &&
        (rows + waiting.rows > this.#limits.insertRows || bytes + waiting.bytes.length > this.#limits.insertBytes)
      )
        break;
      rows += waiting.rows;
      bytes += waiting.bytes.length;
      count++;
    }
    this.#waitingBytes -= bytes;
    return this.#waiting.splice(0, count);
  }
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
