import type { RejectionCode, RequestCode } from '@spectacle/protocol';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is measured by asking at the moment of a scrape. */
export interface Watched {
  /** Bytes of requests between their first byte and their answer. */
  heldBytes(): number;
  /** Bytes of rows that wait for an insert. */
  waitingBytes(): number;
  /** Changes that wait for the derivation. */
  backlog(): number;
  /** Milliseconds that the last run of the derivation took. */
  lastRunMs(): number;
  reportsBehindMs(): number;
}

/** What an operator may watch. Labels hold codes of closed lists only: no workspace, no event, no person. */
export class Metrics {
  readonly registry = new Registry();
  readonly #accepted: Counter;
  readonly #rejected: Counter<'code'>;
  readonly #turnedAway: Counter<'code'>;
  readonly #commitSeconds: Histogram<'outcome'>;
  readonly #commitRows: Histogram;

  constructor(watched: Watched) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.#accepted = new Counter({
      name: 'spectacle_events_accepted_total',
      help: 'Events stored and acknowledged.',
      registers,
    });
    this.#rejected = new Counter({
      name: 'spectacle_events_rejected_total',
      help: 'Events refused, by the code of the verdict.',
      labelNames: ['code'],
      registers,
    });
    this.#turnedAway = new Counter({
      name: 'spectacle_requests_turned_away_total',
      help: 'Requests refused as a whole, by code.',
      labelNames: ['code'],
      registers,
    });
    this.#commitSeconds = new Histogram({
      name: 'spectacle_commit_seconds',
      help: 'How long one insert of a group of requests took.',
      labelNames: ['outcome'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    this.#commitRows = new Histogram({
      name: 'spectacle_commit_rows',
      help: 'Rows of one insert.',
      buckets: [1, 10, 100, 500, 1_000, 5_000, 20_000],
      registers,
    });
    const watch = (name: string, help: string, value: () => number) =>
      new Gauge({ name, help, registers, collect() { this.set(value()); } }); // biome-ignore format: one line
    watch(
      'spectacle_intake_held_bytes',
      'Bytes of requests between their first byte and their answer.',
      watched.heldBytes,
    );
    watch('spectacle_commit_waiting_bytes', 'Bytes of rows that wait for an insert.', watched.waitingBytes);
    watch('spectacle_projection_backlog', 'Changes that wait to be derived.', watched.backlog);
    watch(
      'spectacle_projection_run_seconds',
      'How long the last run of the derivation took.',
      () => watched.lastRunMs() / 1000,
    );
    watch(
      'spectacle_reports_behind_seconds',
      'How long reports have been behind people and companies.',
      () => watched.reportsBehindMs() / 1000,
    );
  }

  accepted(events: number): void {
    this.#accepted.inc(events);
  }

  rejected(code: RejectionCode): void {
    this.#rejected.inc({ code });
  }

  turnedAway(code: RequestCode): void {
    this.#turnedAway.inc({ code });
  }

  committed(rows: number, seconds: number, ok: boolean): void {
    this.#commitSeconds.observe({ outcome: ok ? 'stored' : 'failed' }, seconds);
    this.#commitRows.observe(rows);
  }
}
