/** Rows that one request waits for. */
export interface Lines {
  text: string;
  rows: number;
}

export type Committed = { ok: true } | { ok: false; code: 'overloaded' | 'store_unavailable'; error?: unknown };

interface Waiting extends Lines {
  settle(outcome: Committed): void;
}

export interface CommitLimits {
  /** Rows and characters of one insert. */
  insertRows: number;
  insertLength: number;
  /** Characters that may wait; past that new requests are refused at once, so memory stays bounded. */
  waitingLength: number;
}

export const commitLimits: CommitLimits = {
  insertRows: 20_000,
  insertLength: 16 * 1024 * 1024,
  waitingLength: 64 * 1024 * 1024,
};

/**
 * Group commit: while one insert is under way the next requests gather, and go together as soon as it returns. Alone, a
 * request waits for nobody; under load inserts grow by themselves. A request hears of success only after its rows are
 * stored. A failed insert fails the requests whose rows it carried and no others; the next try starts afresh, so a store
 * that comes back is used at once.
 */
export class GroupCommit {
  readonly #insert: (lines: string) => Promise<void>;
  readonly #limits: CommitLimits;
  readonly #observe: (rows: number, seconds: number, ok: boolean) => void;
  #waiting: Waiting[] = [];
  #waitingLength = 0;
  #running: Promise<void> | undefined;

  constructor(
    insert: (lines: string) => Promise<void>,
    limits: CommitLimits = commitLimits,
    observe: (rows: number, seconds: number, ok: boolean) => void = () => {},
  ) {
    this.#insert = insert;
    this.#limits = limits;
    this.#observe = observe;
  }

  /** Characters that wait for an insert. */
  get waiting(): number {
    return this.#waitingLength;
  }

  commit(lines: Lines): Promise<Committed> {
    if (this.#waitingLength + lines.text.length > this.#limits.waitingLength) {
      return Promise.resolve({ ok: false, code: 'overloaded' });
    }
    return new Promise((settle) => {
      this.#waiting.push({ ...lines, settle });
      this.#waitingLength += lines.text.length;
      this.#running ??= this.#run();
    });
  }

  /** Returns when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Requests that arrived in the same turn of the event loop belong to the first insert.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const group = this.#take();
      const started = performance.now();
      let outcome: Committed = { ok: true };
      try {
        await this.#insert(group.map((waiting) => waiting.text).join('\n'));
      } catch (error) {
        outcome = { ok: false, code: 'store_unavailable', error };
      }
      const rows = group.reduce((sum, waiting) => sum + waiting.rows, 0);
      this.#observe(rows, (performance.now() - started) / 1000, outcome.ok);
      for (const waiting of group) waiting.settle(outcome);
    }
    this.#running = undefined;
  }

  #take(): Waiting[] {
    let rows = 0;
    let length = 0;
    let count = 0;
    for (const waiting of this.#waiting) {
      if (
        count > 0 &&
        (rows + waiting.rows > this.#limits.insertRows || length + waiting.text.length > this.#limits.insertLength)
      )
        break;
      rows += waiting.rows;
      length += waiting.text.length;
      count++;
    }
    this.#waitingLength -= length;
    return this.#waiting.splice(0, count);
  }
}
