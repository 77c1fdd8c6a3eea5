import { accept } from './accept.ts';
import type { AcceptedEvent } from './acceptedEvent.ts';
import { random } from './random.ts';
import type { WireEvent } from './wireEvent.ts';

/** One event as one try sent it. Tries of one event differ in `sentAt` and in when they were received, nothing else. */
export interface Copy {
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly wire: WireEvent;
}

/** Everything that was ever sent to a workspace. A set: the order of the copies means nothing. */
export type History = readonly Copy[];

/** One `POST /v1/batch`, taken when the collector's clock said `receivedAt`. */
export interface Delivery {
  readonly receivedAt: number;
  readonly batch: readonly WireEvent[];
}

export function acceptedOf(history: History, transit = 0): AcceptedEvent[] {
  return history.map(({ wire, receivedAt }) => accept(wire, receivedAt, transit));
}

export function acceptedFrom(deliveries: readonly Delivery[]): AcceptedEvent[] {
  return deliveries.flatMap(({ receivedAt, batch }) => batch.map((wire) => accept(wire, receivedAt)));
}

/**
 * The same history delivered in some other way: shuffled, cut into other batches, some events repeated at once, some
 * once more days later. None of it may change any answer.
 *
 * @param seed equal seeds deliver equally
 */
export function deliver(history: History, seed: number): Delivery[] {
  const next = random(seed);
  const copies = shuffle([...history, ...repeats(history, next)], next);
  const byReceipt = new Map<number, WireEvent[]>();
  for (const { receivedAt, wire } of copies) {
    byReceipt.set(receivedAt, [...(byReceipt.get(receivedAt) ?? []), wire]);
  }
  const deliveries = [...byReceipt].flatMap(([receivedAt, events]) =>
    cut(events, next).map((batch) => ({ receivedAt, batch })),
  );
  return shuffle(deliveries, next);
}

/** Repeats that a client may send at any time: received no earlier than what is there, so that they never count. */
function repeats(history: History, next: () => number): Copy[] {
  const end = Math.max(...history.map(({ receivedAt }) => receivedAt)) + 2 * 86_400_000;
  return history
    .filter(() => next() < 0.3)
    .map((copy) => {
      if (next() < 0.5) return copy;
      const { sentAt, ...wire } = copy.wire;
      const later = new Date(end - Math.floor(next() * 3_600_000)).toISOString();
      return { receivedAt: end, wire: sentAt === undefined ? wire : { ...wire, sentAt: later } };
    });
}

/** Into one to three batches. */
function cut(events: readonly WireEvent[], next: () => number): WireEvent[][] {
  const batches: WireEvent[][] = [[], [], []];
  const last = Math.floor(next() * batches.length);
  for (const event of events) batches[Math.floor(next() * (last + 1))]?.push(event);
  return batches.filter((batch) => batch.length > 0);
}

function shuffle<T>(all: readonly T[], next: () => number): T[] {
  return all
    .map((one) => ({ one, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
