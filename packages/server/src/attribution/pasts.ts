import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Stopped } from '../projection/run.ts';
import { fillExchange } from '../revenue/rates.ts';
import type { Connection } from '../store/connection.ts';
import { canLink, makeScratch, type Scratch } from '../store/scratch.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { WorkspaceSettings } from '../workspaces/settings.ts';
import { behindSince } from './behind.ts';
import { derivePast } from './past/derivePast.ts';

const spendStateSql = sql(import.meta.url, 'spendState.sql');
const otherRatesSql = sql(import.meta.url, 'otherRates.sql');

/** How many pasts stand ready for the next question, and for how long after the last one, in milliseconds. */
const keptAtMost = 2;
const keptForMs = 10 * 60 * 1000;

/** What was received at most this long ago, in milliseconds, may still be on its way into the store. */
const settlesWithinMs = 60 * 1000;

/** The end of the process waits no longer than this for the step under way, in milliseconds; what is left is removed by the next start. */
const stepMs = 20_000;

interface Past {
  key: string;
  scratch: Promise<Scratch>;
  /** Questions under way. */
  uses: number;
  /** Not to be asked again: it is removed when the questions under way are answered. */
  stale: boolean;
  /** It is not to be made any further. */
  stopped: boolean;
  idle: NodeJS.Timeout | undefined;
}

export interface PastsCollaborators {
  store: Pick<Store, 'reading' | 'projection'>;
  settings(workspaceId: string): WorkspaceSettings;
  /** Returns when what was stored before is derived, if that will not take long. */
  fresh(): Promise<void>;
  /** Does some work while no run of the derivation is under way. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Answers questions as they would have been answered at a past moment, from a scratch database in which whatever was received later
 * is undone: today's tables are linked into it, and whom later events concern is derived again from those received by then, by the
 * same statements, so that the same queries give the same answers. On a cluster the events are copied, and all is derived again. The
 * next question about the same moment finds it ready.
 */
export class Pasts {
  readonly #collaborators: PastsCollaborators;
  #pasts: Past[] = [];
  /** One is made after the other: each may take the disk and the time of a whole workspace. */
  #making: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(collaborators: PastsCollaborators) {
    this.#collaborators = collaborators;
  }

  /**
   * Asks about a workspace as it was known at a moment, in milliseconds since 1970.
   *
   * @example await pasts.ask('ws_demo', Date.UTC(2026, 4, 1), (store) => attributionReport(store, question, options))
   */
  async ask<Answer>(
    workspaceId: string,
    asOf: number,
    question: (store: { reading: Connection }) => Promise<Answer>,
  ): Promise<Answer> {
    for (;;) {
      const past = await this.#take(workspaceId, asOf);
      try {
        const { connection } = await past.scratch;
        return await question({ reading: connection });
      } catch (error) {
        // Somebody was forgotten meanwhile.
        if (error instanceof Stopped && past.stopped && !this.#closed) continue;
        // Whatever is wrong with it, the next question gets another.
        past.stale = true;
        throw error;
      } finally {
        past.uses--;
        await this.#tidy();
      }
    }
  }

  /**
   * Removes all: something must not be known any more, and what is linked is of every workspace. One that is being made is made again
   * for whoever waits for it.
   */
  async forget(): Promise<void> {
    this.#stopAll();
    await this.#tidy();
  }

  /** Removes all. One that is being made ends with the step that is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stopAll();
    await Promise.race([this.#making, sleep(stepMs, undefined, { ref: false })]);
    await this.#tidy();
  }

  #stopAll(): void {
    for (const past of this.#pasts) {
      past.stale = true;
      past.stopped = true;
    }
  }

  /** The past that a question is about, counted as in use from the moment that it is found. */
  async #take(workspaceId: string, asOf: number): Promise<Past> {
    const { store, settings, now } = this.#collaborators;
    const spend = await store.reading.rows(spendStateSql, { workspace: workspaceId });
    const key = JSON.stringify([workspaceId, asOf, settings(workspaceId), spend]);
    const known = this.#pasts.find((past) => past.key === key && !past.stale);
    if (known) {
      known.uses++;
      clearTimeout(known.idle);
      return known;
    }
    const scratch = this.#making.then(() => this.#make(past, workspaceId, asOf));
    const stale = asOf > now() - settlesWithinMs;
    const past: Past = { key, scratch, uses: 1, stale, stopped: false, idle: undefined };
    this.#making = scratch.catch(() => {});
    this.#pasts.push(past);
    return past;
  }

  async #make(past: Past, workspaceId: string, asOf: number): Promise<Scratch> {
    const { store, settings, fresh, exclusively, now } = this.#collaborators;
    const mayGoOn = () => !past.stopped && !this.#closed;
    const today = settings(workspaceId);
    // Messages that came with two contents are settled by a run.
    await fresh();
    if (!mayGoOn()) throw new Stopped();
    const moment = { workspaceId, asOf };
    const linked = await canLink(store);
    const scratch = await makeScratch(store, linked ? 'links' : 'empty');
    try {
      const { connection } = scratch;
      if (linked) await exclusively(() => scratch.linkToday(moment, store.projection));
      else await scratch.copyPast(moment);
      // Settings that were changed just now are another question.
      if (!isDeepStrictEqual(settings(workspaceId), today)) past.stopped = true;
      const [rates] = await store.reading.rows<{ loaded: 0 | 1 }>(otherRatesSql, { workspace: workspaceId, asOf });
      await fillExchange(connection, workspaceId, today.currency, now());
      await derivePast(connection, {
        ...moment,
        behindSince: linked ? await behindSince(connection, workspaceId) : 0,
        otherRates: rates?.loaded === 1,
        history: today.membership === 'history',
        mayGoOn,
      });
      return scratch;
    } catch (error) {
      await scratch.remove().catch(() => {});
      throw error;
    }
  }

  /** Removes what nobody asks and nobody is expected to ask. */
  async #tidy(): Promise<void> {
    const unused = this.#pasts.filter(({ uses }) => uses === 0);
    const surplus = new Set(unused.slice(0, Math.max(0, this.#pasts.length - keptAtMost)));
    const gone = unused.filter((past) => past.stale || surplus.has(past));
    this.#pasts = this.#pasts.filter((past) => !gone.includes(past));
    for (const past of unused) {
      clearTimeout(past.idle);
      if (!gone.includes(past)) past.idle = setTimeout(() => this.#expire(past), keptForMs).unref();
    }
    for (const { scratch } of gone) {
      await scratch.then(({ remove }) => remove()).catch(() => {});
    }
  }

  #expire(past: Past): void {
    past.stale = true;
    void this.#tidy();
  }
}
