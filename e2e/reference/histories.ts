import fc from 'fast-check';
import { type Draft, draft } from './draft.ts';
import type { Copy, History } from './history.ts';
import { scene } from './scenes.ts';
import type { WireEvent } from './wireEvent.ts';

const arrivals = [0, 2_000, 7_200_000, 40 * 86_400_000].map((later) => Date.parse('2026-04-01T00:00:00.000Z') + later);
const arrival = fc.constantFrom(...arrivals);

/** How an event gets its messageId and its times, and how often it is sent. */
const envelope = fc.record({
  // Byte order, UTF-16 order and alphabetical order differ on these.
  prefix: fc.constantFrom('m', 'a', 'B', '0', 'é', '｡', '😀'),
  timing: fc.constantFrom<Timing>(...few<Timing>('right', 4), ...few<Timing>('skewed', 4), 'ahead', 'none'),
  name: fc.constantFrom<'timestamp' | 'originalTimestamp'>('timestamp', 'timestamp', 'timestamp', 'originalTimestamp'),
  skew: fc.constantFrom(0, 3_600_000, -86_400_000),
  first: fc.record({ receivedAt: arrival, travel: fc.constantFrom(0, 0, 1, 500) }),
  retries: fc.array(fc.record({ receivedAt: arrival, travel: fc.constantFrom(0, 500, 600_000) }), { maxLength: 2 }),
});
type Envelope = typeof envelope extends fc.Arbitrary<infer E> ? E : never;

/**
 * - right: says when, and not when it sent
 * - skewed: says both, with a clock that is wrong by `skew`
 * - ahead: says a time long after its receipt
 * - none: says no time
 */
type Timing = 'right' | 'skewed' | 'ahead' | 'none';

/** No scene has more events. */
const longestScene = 5;

/**
 * Random histories of a workspace: valid events of a few users, devices, emails and companies that run into each other,
 * with wrong clocks, retries, late arrivals and many events in one millisecond.
 */
export const histories: fc.Arbitrary<History> = fc
  .array(
    fc.record({
      drafts: fc.oneof({ weight: 3, arbitrary: draft.map((one) => [one]) }, { weight: 1, arbitrary: scene }),
      envelopes: fc.array(envelope, { minLength: longestScene, maxLength: longestScene }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((scenes) => {
    const sent = scenes.flatMap(({ drafts, envelopes }) => drafts.map((one, i) => ({ one, envelope: envelopes[i] })));
    return sent.flatMap(({ one, envelope }, i) => (envelope === undefined ? [] : copiesOf(one, envelope, `${i}`)));
  });

/** The same, with up to three pairs of different events under one messageId. */
export const clashingHistories: fc.Arbitrary<History> = fc
  .record({ history: histories, clashes: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }) })
  .map(({ history, clashes }) => {
    const ids = [...new Set(history.map(({ wire }) => wire.messageId))];
    const renamed = new Map(clashes.map(([a, b]) => [ids[a % ids.length], ids[b % ids.length]]));
    return history.map(({ receivedAt, wire }) => ({
      receivedAt,
      wire: { ...wire, messageId: renamed.get(wire.messageId) ?? wire.messageId },
    }));
  });

function copiesOf({ at, wire }: Draft, envelope: Envelope, suffix: string): Copy[] {
  const { prefix, timing, name, skew, first, retries } = envelope;
  const messageId = `${prefix}${suffix}`;
  return [first, ...retries].map(({ receivedAt, travel }): Copy => {
    const told: Partial<WireEvent> = {
      right: { [name]: iso(at) },
      none: {},
      ahead: { [name]: iso(arrivals.at(-1) ?? 0, 86_400_000) },
      skewed: { [name]: iso(at, skew), sentAt: iso(receivedAt, skew - travel) },
    }[timing];
    return { receivedAt, wire: { messageId, ...told, ...wire } };
  });
}

function iso(time: number, plus = 0): string {
  return new Date(time + plus).toISOString();
}

function few<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}
