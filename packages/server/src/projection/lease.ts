import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const beat = sql(import.meta.url, 'beat.sql');
const places = sql(import.meta.url, 'places.sql');

/** A process that is not seen for ten seconds (places.sql) has lost its place; before that it stops by itself. */
const trustMs = 7_000;

export interface LeaseState {
  /** This process may derive. */
  leads: boolean;
  /** The store's clock at the beginning of this look, in milliseconds. */
  now: number;
  /** What was stored before this moment of the store's clock has been derived, whoever did it. */
  covered: number;
  /** The largest number of a run that anybody used. */
  batch: number;
}

/**
 * Which of several processes derives. Each gives signs of life to the store; of those that do, the first in order may lead,
 * once no other says that it leads. A store without transactions can promise no more than this: for a moment two may believe
 * that they lead. That does no harm: rows carry the number of their run, each run clears no other's working rows, and
 * whoever takes over derives again what arrived since the last checkpoint.
 */
export class Lease {
  readonly #connection: Connection;
  readonly #holder: string;
  #since: number | undefined;
  /** What the others are told. */
  #leads = false;
  #mayDerive = false;
  #version = 0;
  #trustedUntil = 0;

  /** `holder`: an id that no other process has. */
  constructor(connection: Connection, holder: string) {
    this.#connection = connection;
    this.#holder = holder;
  }

  /** May it derive now? No later than `trustMs` after the last sign of life that arrived. */
  get leads(): boolean {
    return this.#mayDerive && performance.now() < this.#trustedUntil;
  }

  /**
   * Gives a sign of life and looks who is there. `own`: what this process tells the others. With `first` it asks to come
   * before all others: who leads then finishes its run and steps back (`release`).
   */
  async look(own: { batch: number; covered: number }, first = false): Promise<LeaseState> {
    const before = await this.#read();
    const others = before.places.filter(([holder]) => holder !== this.#holder);
    this.#since ??= before.now;
    if (first && others[0] && others[0][3] <= this.#since) this.#since = others[0][3] - 1;
    const comesFirst = others.every(([holder, , , since]) => this.#precedes(holder, since));
    const wants = comesFirst && !others.some(([, leads]) => leads === 1);
    const sentAt = performance.now();
    // Whoever leads says so until it has finished its run.
    await this.#beat({ ...own, leads: wants || this.#leads });
    // Two who found the place empty at the same time see each other now.
    const alone = this.#leads || !wants || !(await this.#othersLead());
    this.#mayDerive = wants && alone;
    this.#leads ||= wants;
    this.#trustedUntil = sentAt + trustMs;
    if (!alone) await this.release(own);
    return {
      leads: this.#mayDerive,
      now: before.now,
      covered: Math.max(own.covered, ...others.map(([, , covered]) => covered)),
      batch: before.batch,
    };
  }

  /** Steps back: nothing is being derived here any more. */
  async release(own: { batch: number; covered: number }): Promise<void> {
    this.#mayDerive = false;
    this.#leads = false;
    await this.#beat({ ...own, leads: false });
  }

  /** Makes room for the next, at the end of the process. */
  async leave(own: { batch: number; covered: number }): Promise<void> {
    this.#leads = false;
    this.#mayDerive = false;
    if (this.#since !== undefined) await this.#beat({ ...own, leads: false }, true);
  }

  #precedes(holder: string, since: number): boolean {
    const own = this.#since ?? 0;
    return own < since || (own === since && this.#holder < holder);
  }

  async #othersLead(): Promise<boolean> {
    return (await this.#read()).places.some(([holder, leads]) => holder !== this.#holder && leads === 1);
  }

  async #read() {
    const [row] = await this.#connection.rows<{
      now: number;
      places: [holder: string, leads: number, covered: number, since: number][];
      batch: number;
    }>(places);
    return row ?? { now: 0, places: [], batch: 0 };
  }

  async #beat({ batch, covered, leads }: { batch: number; covered: number; leads: boolean }, leaves = false) {
    this.#version = Math.max(this.#version + 1, Date.now());
    await this.#connection.run(beat, {
      holder: this.#holder,
      since: this.#since ?? 0,
      leaves,
      leads,
      batch,
      covered,
      version: this.#version,
    });
  }
}
