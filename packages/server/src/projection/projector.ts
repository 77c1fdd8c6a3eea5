import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { Backlog, type Change, marginMs } from './backlog.ts';
import { ReportBacklog } from './reportBacklog.ts';
import { MarksLost, type Run, run, Stopped } from './run.ts';
import { countKept } from './runForReports.ts';

const everybody = sql(import.meta.url, 'everybody.sql');

/** Changes of one run; a longer list would make its statements slow. */
const runSize = 20_000;

/**
 * Under steady traffic runs follow each other with a pause of twice their own length, so that the derivation takes a third
 * of a core at most; less where they would begin less often than that, for events are to show within two seconds. Whoever
 * waits for a run cuts the pause short.
 */
const pauseFactor = 2;
const everyMs = 1_500;
const shortestPauseMs = 100;

/**
 * With that many changes a second the intake is short of processor time, and nothing shows within two seconds anyway: most of
 * the machine is then the intake's, for as long as it goes on. Afterwards the rest is derived without a pause.
 */
const floodPerSecond = 3_000;
const floodPauseFactor = 4;
const lullMs = 100;

/** Nobody waits for runs that usually take longer than that. */
const slowMs = 1_000;

/** After a failure the events are safe, so there is no hurry. */
const failurePauseMs = 500;

/** A start after a crash projects again what arrived since the last checkpoint. */
const checkpointEveryMs = 5_000;

export interface ProjectorCollaborators {
  connection: Connection;
  /** For what is derived beside the runs; if undefined, the same connection. */
  reports?: Connection | undefined;
  /** Must the next run leave to later what only reports read? Otherwise it does under load. For tests of that. */
  keepsForReports?: (() => boolean) | undefined;
  /** Does the workspace count events for the group of their time? */
  countsHistory(workspaceId: string): boolean;
  onError(error: unknown): void;
  /** Numbers of runs begin after this one. */
  after?: number;
  /** Asked before each run: has no other process taken over? */
  mayRun?(): boolean;
}

/**
 * Keeps the derived tables true to the events: decides when to run, and on what. Late, repeated and reordered events, and a
 * run cut off in the middle, end in the same rows.
 */
export class Projector {
  readonly #collaborators: ProjectorCollaborators;
  readonly #backlog: Backlog;
  readonly #reports: ReportBacklog;
  /** Work that must not meet a run: forgetting, deriving again. */
  #jobs: (() => Promise<void>)[] = [];
  #running: Promise<void> | undefined;
  #underWay = 0;
  #lastBatch = 0;
  #checkpointAt = 0;
  #closed = false;
  /** Changes a second since the run before. */
  #perSecond = 0;
  #takenAt = 0;
  /** Counts what was said to have changed, to see whether the intake goes on. */
  #heard = 0;
  #heardBefore = 0;
  /** What was received before is derived, also for reports. */
  #wholeAt = 0;
  /** A run from this one on (microseconds since 1970) may have been cut off, and what it began is not all made good yet. */
  #cutOffFrom: number | undefined = 0;
  /** Of runs lately, in milliseconds. */
  #usualMs = 0;
  /** What the last run failed with, and the last work for reports. */
  #failure: unknown;
  #failureOfReports: unknown;
  /** Those who wait for the run that takes up what is pending, and for the run under way. */
  #waitForNext: (() => void)[] = [];
  #waitForThis: (() => void)[] = [];
  /** How many wait until nothing is left. */
  #settling = 0;
  #hurry: (() => void) | undefined;
  /** How long the last run took, in milliseconds. */
  lastRunMs = 0;

  constructor(collaborators: ProjectorCollaborators) {
    this.#collaborators = collaborators;
    this.#backlog = new Backlog(collaborators.connection);
    this.#reports = new ReportBacklog({
      connection: collaborators.reports ?? collaborators.connection,
      must: collaborators.keepsForReports,
      nextBatch: () => this.#nextBatch(),
      mayGoOn: () => !this.#closed && collaborators.mayRun?.() !== false,
      done: (upTo) => this.#reportsDone(upTo),
      failed: (error) => this.#reportsFailed(error),
    });
    this.#lastBatch = collaborators.after ?? 0;
  }

  /** The largest number of a run so far. */
  get lastBatch(): number {
    return this.#lastBatch;
  }

  /** Did the last run fail? */
  get failing(): boolean {
    return this.#anyFailure !== undefined;
  }

  /** Is the store so large, or the machine so busy, that waiting for a run is no good? */
  get isSlow(): boolean {
    return this.#usualMs > slowMs || !this.#reports.empty;
  }

  /** How long people and companies are ahead of what reports read, in milliseconds. */
  get reportsBehindMs(): number {
    return this.#reports.ageMs;
  }

  /** Changes that are not projected yet. */
  get waiting(): number {
    return this.#backlog.size + this.#underWay;
  }

  /**
   * Takes up what a process that was killed had stored but not projected. Does not wait for it: after a flood that takes
   * minutes, in which the collector is wanted.
   */
  async recover(): Promise<void> {
    const { checkpoint, tells } = await this.#backlog.recover();
    this.#wholeAt = checkpoint;
    this.#cutOffFrom = tells ? this.#reportsWholeBefore : 0;
    this.#start();
  }

  changed(change: Change): void {
    this.#heard++;
    this.#backlog.add(change);
    this.#start();
  }

  /** Derives a workspace again from its events, a part at a time, between the runs of what arrives. */
  async again(workspaceId: string): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const rows: { visitor: string }[] = await this.#collaborators.connection.rows(everybody, {
        workspace: workspaceId,
        after,
        limit: runSize,
      });
      if (rows.length === 0) return;
      await this.visitorsAgain(
        workspaceId,
        rows.map(({ visitor }) => visitor),
      );
      after = rows.length < runSize ? undefined : rows.at(-1)?.visitor;
    }
  }

  /** Derives again what depends on some visitors, a part at a time. */
  async visitorsAgain(workspaceId: string, visitors: readonly string[]): Promise<void> {
    for (let at = 0; at < visitors.length; at += runSize) {
      const part = visitors.slice(at, at + runSize);
      const changes = part.map((visitor) => ({ workspaceId, visitor, messageId: '' }));
      await this.exclusively(() => this.#run(changes));
    }
  }

  /** Does some work while no run is under way; the work gets the number of a run of its own. @throws what the work throws. */
  exclusively<Result>(work: (batch: number) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#jobs.push(async () => {
        try {
          resolve(await work(this.#nextBatch()));
        } catch (error) {
          this.#wasCutOff();
          reject(error);
        }
      });
      this.#hurry?.();
      this.#start();
    });
  }

  /**
   * Returns when nothing is left to project.
   * @throws what the last run failed with, if one fails meanwhile.
   */
  async settled(): Promise<void> {
    this.#settling++;
    try {
      while (this.#running) {
        this.#hurry?.();
        await Promise.race([this.#running, new Promise<void>((resolve) => this.#waitForThis.push(resolve))]);
        if (this.#anyFailure !== undefined) throw this.#anyFailure;
      }
    } finally {
      this.#settling--;
    }
  }

  /**
   * Returns when what was changed before this call has been projected (or could not be), whatever arrives meanwhile. What only
   * reports read may follow later.
   */
  covered(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#hurry?.();
    if (!this.#backlog.empty) return new Promise((resolve) => this.#waitForNext.push(resolve));
    return this.#underWay > 0 ? new Promise((resolve) => this.#waitForThis.push(resolve)) : Promise.resolve();
  }

  /** Ends the run under way with its step and starts no other; what waits is taken up by the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#hurry?.();
    await this.#running;
    await this.#reports.close().catch(this.#collaborators.onError);
    for (const resolve of [...this.#waitForThis.splice(0), ...this.#waitForNext.splice(0)]) resolve();
  }

  #start(): void {
    if (this.#running || this.#closed) return;
    this.#running = this.#drain().finally(() => {
      this.#running = undefined;
      if (this.#hasWork) this.#start();
    });
  }

  async #drain(): Promise<void> {
    // Whatever is committed in this turn of the event loop belongs to one run.
    await new Promise(setImmediate);
    while (!this.#closed && this.#hasWork) {
      if (this.#jobs.length > 0) await this.#doJobs();
      const idle = this.#backlog.empty;
      if (!idle) await this.#next();
      for (const resolve of this.#waitForThis.splice(0)) resolve();
      if (this.#settling > 0) await this.#reports.finish();
      else if (idle || this.#reports.due) this.#reports.start();
      if (this.#anyFailure !== undefined) await this.#pause(failurePauseMs);
      else if (this.#perSecond > floodPerSecond) await this.#pauseDuringFlood(this.lastRunMs * floodPauseFactor);
      else
        await this.#pause(Math.min(this.lastRunMs * pauseFactor, Math.max(everyMs - this.lastRunMs, shortestPauseMs)));
    }
  }

  get #hasWork(): boolean {
    return !this.#backlog.empty || this.#jobs.length > 0 || !this.#reports.empty;
  }

  async #next(): Promise<void> {
    const started = performance.now();
    let changes: Change[] = [];
    try {
      // Until it is known what is taken, whoever asks belongs to this run.
      this.#underWay = 1;
      const taken = await this.#backlog.take(runSize);
      changes = taken.changes;
      const seconds = Math.max((started - this.#takenAt) / 1000, 1);
      this.#perSecond = (this.#heard - this.#heardBefore) / seconds;
      this.#takenAt = started;
      this.#heardBefore = this.#heard;
      if (taken.last) this.#waitForThis.push(...this.#waitForNext.splice(0));
      this.#underWay = changes.length;
      const keeps = this.#reports.keeps(changes.length / seconds);
      if (changes.length > 0) await (keeps ? this.#runKeeping(changes) : this.#run(changes));
      this.#failure = undefined;
      // Also what runs that failed began: their changes waited again.
      if (taken.last) this.#cutOffFrom = undefined;
      // Also in the middle of a long recovery, so that the next start need not begin it again.
      if (taken.upTo !== undefined && this.#reports.empty) await this.#derivedUpTo(taken.upTo);
      else if (taken.upTo !== undefined) this.#reports.complete(taken.upTo);
    } catch (error) {
      if (!(error instanceof Stopped)) this.#collaborators.onError(error);
      this.#failure = error;
      this.#wasCutOff();
      // Whoever waits is answered from what was derived before.
      this.#backlog.putBack(changes);
    }
    this.#underWay = 0;
    this.lastRunMs = performance.now() - started;
    this.#usualMs += (this.lastRunMs - this.#usualMs) / 5;
  }

  /** Jobs change what was kept for reports, so that comes first. */
  async #doJobs(): Promise<void> {
    await this.#reports.finish();
    if (this.#closed) return;
    if (!this.#reports.empty) this.#loseReports();
    for (const job of this.#jobs.splice(0)) await job();
  }

  async #reportsDone(upTo: number): Promise<void> {
    this.#failureOfReports = undefined;
    await this.#derivedUpTo(upTo);
  }

  #reportsFailed(error: unknown): void {
    if (!(error instanceof Stopped)) this.#collaborators.onError(error);
    this.#failureOfReports = error;
    if (error instanceof MarksLost) this.#loseReports();
  }

  /** What was kept for reports is derived again from the arrivals. */
  #loseReports(): void {
    this.#reports.forget();
    this.#wasCutOff();
    this.#backlog.readBack(this.#wholeAt);
  }

  get #anyFailure(): unknown {
    return this.#failure ?? this.#failureOfReports;
  }

  #mayRun(): void {
    if (this.#collaborators.mayRun?.() === false)
      throw new Error('This process heard nothing of the others for too long to derive now.');
  }

  async #run(changes: Change[]): Promise<void> {
    const { forReportsMs } = await run(this.#collaborators.connection, this.#runOf(changes));
    this.#reports.took(forReportsMs);
  }

  /** A run that leaves to a later one what only reports read. */
  async #runKeeping(changes: Change[]): Promise<void> {
    const work = this.#runOf(changes);
    const { connection } = this.#collaborators;
    await this.#reports.during(work.history, async (keepForReports) => {
      await run(connection, { ...work, keepForReports });
      // On the runs' own connection: a statement for reports takes seconds, and the next one on its connection waits for it.
      return (await countKept(connection, keepForReports)).marks;
    });
  }

  #runOf(changes: Change[]): Run {
    this.#mayRun();
    const history = changes.some((change) => this.#collaborators.countsHistory(change.workspaceId));
    const batch = this.#nextBatch();
    return {
      batch,
      changes,
      wholeBefore: this.#cutOffFrom ?? batch,
      reportsWholeBefore: Math.min(this.#cutOffFrom ?? batch, this.#reportsWholeBefore),
      history,
      mayGoOn: () => !this.#closed,
    };
  }

  /** A run of which it is not known how far it came. */
  #wasCutOff(): void {
    this.#cutOffFrom = Math.min(this.#cutOffFrom ?? Number.POSITIVE_INFINITY, this.#reportsWholeBefore);
  }

  /** What runs before this number wrote is whole. Whoever stamped what was received, and whoever derived it, may have other clocks. */
  get #reportsWholeBefore(): number {
    return Math.max(0, this.#wholeAt - marginMs) * 1000;
  }

  /** Microseconds, so that a restart does not repeat one. */
  #nextBatch(): number {
    this.#lastBatch = Math.max(this.#lastBatch + 1, Date.now() * 1000);
    return this.#lastBatch;
  }

  get #isAwaited(): boolean {
    return this.#waitForNext.length > 0 || this.#waitForThis.length > 0 || this.#jobs.length > 0;
  }

  /** Ends when nothing has arrived for a while, or somebody waits. */
  async #pauseDuringFlood(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    for (let heard = -1; heard !== this.#heard && performance.now() < end; ) {
      if (this.#closed || this.#isAwaited) return;
      heard = this.#heard;
      await this.#pause(lullMs);
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    if (this.#closed || this.#isAwaited) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#hurry = undefined;
  }

  /** Everything received before a moment is derived, also for reports. */
  async #derivedUpTo(moment: number): Promise<void> {
    this.#wholeAt = Math.max(this.#wholeAt, moment);
    if (this.#wholeAt - this.#checkpointAt < checkpointEveryMs) return;
    this.#checkpointAt = this.#wholeAt;
    const line = JSON.stringify(['projection', this.#wholeAt, this.#wholeAt, 1]);
    const { connection } = this.#collaborators;
    await connection.append('spectacle.checkpoints', ['name', 'received_at', 'version', 'tells'], line);
  }
}
