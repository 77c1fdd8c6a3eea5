import { Projector } from '../projection/projector.ts';
import { fillExchange } from '../revenue/rates.ts';
import type { Connection } from '../store/connection.ts';
import { makeScratch, type Scratch } from '../store/scratch.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { WorkspaceSettings } from '../workspaces/settings.ts';

const spendStateSql = sql(import.meta.url, 'spendState.sql');

/** How many pasts stand ready for the next question, and for how long after the last one, in milliseconds. */
const keptAtMost = 2;
const keptForMs = 10 * 60 * 1000;

/** What was received at most this long ago, in milliseconds, may still be on its way into the store. */
const settlesWithinMs = 60 * 1000;

interface Past {
  key: string;
  workspaceId: string;
  scratch: Promise<Scratch>;
  made: boolean;
  /** Questions under way. */
  uses: number;
  /** Not to be asked again: it is removed when the questions under way are answered. */
  stale: boolean;
  idle: NodeJS.Timeout | undefined;
}

export interface PastsCollaborators {
  store: Pick<Store, 'reading'>;
  settings(workspaceId: string): WorkspaceSettings;
  /** Returns when what was stored before is derived, if that will not take long. */
  fresh(): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Answers questions as they would have been answered at a past moment: the events received by then are copied into a scratch
 * database and derived there by the same statements, so that the same queries give the same answers. That takes as long as
 * deriving the workspace does; the next question about the same moment finds it ready.
 */
export class Pasts {
  readonly #collaborators: PastsCollaborators;
  #pasts: Past[] = [];
  /** One is made after the other: each takes the disk and the time of a whole workspace. */
  #making: Promise<unknown> = Promise.resolve();

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
    const past = await this.#take(workspaceId, asOf);
    try {
      const { connection } = await past.scratch;
      return await question({ reading: connection });
    } catch (error) {
      // Whatever is wrong with it, the next question gets another.
      past.stale = true;
      throw error;
    } finally {
      past.uses--;
      await this.#tidy();
    }
  }

  /** Removes what was derived of a workspace: something of it must not be known any more. */
  async forget(workspaceId: string): Promise<void> {
    for (const past of this.#pasts) if (past.workspaceId === workspaceId) past.stale = true;
    await this.#tidy();
  }

  /** Removes all. One that is being made is left to the next start: it may take long. */
  async close(): Promise<void> {
    this.#pasts = this.#pasts.filter(({ made }) => made);
    for (const past of this.#pasts) past.stale = true;
    await this.#tidy();
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
    const scratch = this.#making.then(() => this.#make(workspaceId, asOf));
    this.#making = scratch.catch(() => {});
    const stale = asOf > now() - settlesWithinMs;
    const past: Past = { key, workspaceId, scratch, made: false, uses: 1, stale, idle: undefined };
    this.#pasts.push(past);
    scratch.then(
      () => {
        past.made = true;
      },
      () => {},
    );
    return past;
  }

  async #make(workspaceId: string, asOf: number): Promise<Scratch> {
    const { store, settings, fresh, now } = this.#collaborators;
    const { currency, membership } = settings(workspaceId);
    // Messages that came with two contents are settled by a run.
    await fresh();
    const scratch = await makeScratch(store);
    try {
      await scratch.copyPast(workspaceId, asOf);
      const { connection } = scratch;
      await fillExchange(connection, workspaceId, currency, now());
      const projector = new Projector({ connection, countsHistory: () => membership === 'history', onError: () => {} });
      await projector.again(workspaceId);
      await projector.close();
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
