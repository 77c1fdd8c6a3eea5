/** Rows that one request waits for. */
export interface Lines {
  text: string;
  rows: number;
}

export type Committed =
  | { ok: true }
  | { ok: false; code: 'overloaded' | 'store_unavailable' | 'unstorable'; error?: unknown };

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

export interface CommitCollaborators {
  /** Returns when the lines are stored. */
  insert(lines: string): Promise<void>;
  /** Does this failure blame the lines rather than the store? */
  blamesData?(error: unknown): boolean;
  /** For the metrics. */
  observe?(rows: number, seconds: number, ok: boolean): void;
}

/**
 * Group commit: while one insert is under way the next requests gather, and go together as soon as it returns. Alone, a
 * request waits for nobody; under load inserts grow by themselves. A request hears of success only after its rows are
 * stored. A failed insert fails the requests whose rows it carried and no others; the next try starts afresh, so a store
 * that comes back is used at once. Should the store find fault with a line, the group is halved until the fault is alone:
 * its neighbours are stored.
 */
export class GroupCommit {
  readonly #insert: (lines: string) => Promise<void>;
  readonly #blamesData: (error: unknown) => boolean;
  readonly #observe: (rows: number, seconds: number, ok: boolean) => void;
  readonly #limits: CommitLimits;
  #waiting: Waiting[] = [];
  #waitingLength = 0;
  #running: Promise<void> | undefined;

  constructor({ insert, blamesData, observe }: CommitCollaborators, limits: CommitLimits = commitLimits) {
    this.#insert = insert;
    this.#blamesData = blamesData ?? (() => false);
    this.#observe = observe ?? (() => {});
    this.#limits = limits;
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
      this.#waiting.push({ text: lines.text, rows: lines.rows, settle });
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
    while (this.#waiting.length > 0) await this.#store(this.#take());
    this.#running = undefined;
  }

  async #store(group: Waiting[]): Promise<void> {
    let rows = 0;
    for (const waiting of group) rows += waiting.rows;
    const started = performance.now();
    let failure: { error: unknown } | undefined;
    try {
      await this.#insert(group.map((waiting) => waiting.text).join('\n'));
    } catch (error) {
      failure = { error };
    }
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
