import type { Connection } from '../store/connection.ts';
import { clearMarks, runForReports } from './runForReports.ts';

/** Where that is slower, reports are derived for many runs at once, beside the following runs. */
const quickMs = 1_000;

/** Traffic that is too small for it to matter, in changes a second. */
const fewPerSecond = 5;

/** Of all time, the share that reports may take under steady traffic is one in so many. */
const share = 3;

/** And not more often than that: who is at work now does more within the minute, and is derived once for it. */
const everyMs = 20_000;

/** Marks that runs kept, until they are derived. */
interface Kept {
  /** Their number in the store. */
  number: number;
  marks: number;
  history: boolean;
  since: number;
  /** What was received before is derived with them. Milliseconds since 1970. */
  upTo: number;
}

export interface ReportBacklogOptions {
  /** Its statements may take long. */
  connection: Connection;
  nextBatch(): number;
  mayGoOn(): boolean;
  /** Everything received before a moment is derived. */
  done(upTo: number): Promise<void>;
  failed(error: unknown): void;
  /** Must the next run keep it? */
  must?: (() => boolean) | undefined;
}

/** What runs left for reports, and when it is derived. */
export class ReportBacklog {
  readonly #options: ReportBacklogOptions;
  /** What runs add to, and what is being derived. */
  #open: Kept | undefined;
  #taken: Kept | undefined;
  #running: Promise<void> | undefined;
  #lastMs = 0;

  constructor(options: ReportBacklogOptions) {
    this.#options = options;
  }

  get empty(): boolean {
    return this.#open === undefined && this.#taken === undefined;
  }

  /** How long the oldest of it waits, in milliseconds. */
  get ageMs(): number {
    const oldest = this.#taken ?? this.#open;
    return oldest ? performance.now() - oldest.since : 0;
  }

  /** Has it waited long enough? */
  get due(): boolean {
    return this.#running === undefined && this.ageMs > Math.max(everyMs, share * this.#lastMs);
  }

  /** Under that traffic, is it better to keep it? Once something is kept, so is what follows. */
  keeps(changesPerSecond: number): boolean {
    if (!this.empty || this.#options.must?.()) return true;
    return this.#lastMs > quickMs && changesPerSecond > fewPerSecond;
  }

  /** The part of a run for reports took so long. */
  took(milliseconds: number): void {
    this.#lastMs = milliseconds;
  }

  /** Does a run that keeps its marks under the number that it gets, and tells how many these are then. */
  async during(history: boolean, work: (number: number) => Promise<number>): Promise<void> {
    const kept = this.#open ?? {
      number: this.#options.nextBatch(),
      marks: 0,
      history: false,
      since: performance.now(),
      upTo: 0,
    };
    const marks = await work(kept.number);
    this.#open = { ...kept, marks, history: kept.history || history };
  }

  /** All that was received before is in what is kept now, or derived. */
  complete(upTo: number): void {
    if (this.#open) this.#open.upTo = upTo;
  }

  /** Begins to derive what is kept, if that is not under way. */
  start(): void {
    if (this.#running || this.empty) return;
    this.#running = this.#derive().finally(() => {
      this.#running = undefined;
    });
  }

  /** Returns when what was kept before this call is derived, or could not be. */
  async finish(): Promise<void> {
    await this.#running;
    this.start();
    await this.#running;
  }

  /** Leaves nothing behind in the store; what was not derived is told by the arrivals since the last checkpoint. */
  async close(): Promise<void> {
    await this.#running;
    const left = [this.#taken, this.#open];
    this.forget();
    for (const kept of left) if (kept) await clearMarks(this.#options.connection, kept.number);
  }

  /** Its marks are gone, or of no use. */
  forget(): void {
    this.#open = undefined;
    this.#taken = undefined;
  }

  async #derive(): Promise<void> {
    const { connection, nextBatch, mayGoOn, done, failed } = this.#options;
    if (this.#taken === undefined) {
      this.#taken = this.#open;
      this.#open = undefined;
    }
    if (this.#taken === undefined) return;
    const { number, marks, history, upTo } = this.#taken;
    const started = performance.now();
    try {
      await runForReports(connection, { kept: number, marks, history, nextBatch, mayGoOn });
      this.#taken = undefined;
      await done(upTo);
    } catch (error) {
      // It is tried again when it is due.
      failed(error);
    }
    this.took(performance.now() - started);
  }
}
