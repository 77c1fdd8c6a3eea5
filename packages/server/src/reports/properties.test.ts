import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';
import type { EventPattern } from './eventPattern.ts';
import { funnelReport } from './funnel.ts';
import { periodOf } from './period.ts';
import type { Question } from './question.ts';
import { type Deed, lives, matches, reached, returns } from './reference.ts';
import { retentionReport } from './retention.ts';
import { trendReport } from './trend.ts';

/** Random histories of each membership mode; more of them by environment. */
const runs = Number(process.env.SPECTACLE_REPORT_RUNS ?? 2);

let directory: string;
let spectacle: Spectacle;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-properties-'));
  const config = { port: 0, host: '127.0.0.1', store: { directory }, workspaceId: 'ws_first', token: 'sp_first' };
  spectacle = await createSpectacle({ ...config, logLevel: 'error' });
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

const hour = 3_600_000;
/** New York sets its clocks on 2025-03-09, in the middle of this. */
const [start, timeZone] = [Date.UTC(2025, 1, 20), 'America/New_York'];
const now = Date.UTC(2025, 5, 1);

/** Five users with a browser each, which is theirs once both ids met; a sixth browser stays anonymous. */
const call = fc.record({
  user: fc.nat(5),
  known: fc.constantFrom(true, true, true, false),
  call: fc.constantFrom<Record<string, unknown>[]>(
    { type: 'page', properties: { url: 'https://www.product.example/a' } },
    { type: 'page', properties: { url: 'https://www.product.example/ab' } },
    { type: 'page', properties: { url: 'https://www.product.example/b' }, context: { groupId: 'x' } },
    { type: 'track', event: 'a' },
    { type: 'track', event: 'ab' },
    { type: 'track', event: 'b', context: { groupId: 'z' } },
    { type: 'group', groupId: 'x', traits: { plan: 'free' } },
    { type: 'group', groupId: 'y', traits: { plan: 'pro' } },
  ),
  /** A property that some have, as texts and numbers. */
  size: fc.constantFrom<unknown[]>(undefined, null, 's', 'm', 7),
  /** Quarters of a day, so that many events share a moment. */
  at: fc.nat(4 * 30),
});
const histories = fc.array(call, { minLength: 50, maxLength: 90 }).map((calls) =>
  calls.map(({ user, known, call, size, at }, i) => ({
    ...call,
    ...(call.type === 'group' ? {} : { properties: { ...Object(call.properties), size } }),
    anonymousId: `browser-${user}`,
    ...(user < 5 && (known || call.type === 'group') ? { userId: `user-${user}` } : {}),
    messageId: `m${String(i).padStart(3, '0')}`,
    timestamp: new Date(start + at * 6 * hour).toISOString(),
  })),
);
type Call = ReturnType<typeof histories.generate>['value'][number] & Record<string, unknown>;

const pattern: fc.Arbitrary<EventPattern> = fc.record({
  type: fc.constantFrom('', 'page', 'track', 'group'),
  name: fc.constantFrom('', 'a', 'b', 'a*', '/a', '/a*', '*'),
});
const questions = fc.record({
  level: fc.constantFrom('person' as const, 'group' as const),
  by: fc.constantFrom('', 'traits.plan', 'properties.size'),
  begins: fc.nat(40),
  days: fc.nat(40),
  steps: fc.array(pattern, { minLength: 2, maxLength: 8 }),
  windowDays: fc.integer({ min: 1, max: 12 }),
  first: pattern,
  back: pattern,
  period: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  periods: fc.integer({ min: 1, max: 63 }),
});

/** By SPEC sections 5 and 6, in plain words: whose event it is, and which group it counts for. */
function deedsOf(calls: readonly Call[], membership: 'current' | 'history') {
  const place = ({ timestamp, messageId }: Call) => `${timestamp} ${messageId}`;
  const met = new Set(calls.filter(({ userId }) => userId !== undefined).map(({ anonymousId }) => anonymousId));
  const personOf = ({ userId, anonymousId }: Call) =>
    userId !== undefined || met.has(anonymousId)
      ? `user:${userId ?? anonymousId.replace('browser', 'user')}`
      : `anon:${anonymousId}`;
  const inOrder = calls.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  const stays = new Map<string, Call[]>();
  for (const call of inOrder.filter(({ type }) => type === 'group')) {
    stays.set(personOf(call), [...(stays.get(personOf(call)) ?? []), call]);
  }
  const groupOf = (call: Call) => {
    const acting = Object(call.context).groupId;
    if (typeof acting === 'string') return acting;
    const theirs = stays.get(personOf(call)) ?? [];
    const then = theirs.findLast((stay) => place(stay) <= place(call)) ?? theirs[0];
    return String((membership === 'history' ? then : theirs.at(-1))?.groupId ?? '');
  };
  const deeds = inOrder.map((call): Deed => ({
    time: Date.parse(call.timestamp),
    type: String(call.type),
    name: call.type === 'page' ? new URL(Object(call.properties).url).pathname : String(call.event ?? ''),
    person: personOf(call),
    group: groupOf(call),
    size: String(Object(call.properties).size ?? '(not set)'),
  }));
  const plans: Record<string, string> = {};
  for (const call of inOrder) if (call.type === 'group') plans[String(call.groupId)] = Object(call.traits).plan;
  const companyOf = (person: string) => String(stays.get(person)?.at(-1)?.groupId ?? '');
  /** begins: the events of which the first has the property. */
  const keyOf = (id: string, level: 'person' | 'group', by: string, begins: readonly Deed[]) =>
    by === '' ? '' : by === 'properties.size' ? (begins[0]?.size ?? '') : (plans[level === 'group' ? id : companyOf(id)] ?? '(not set)');
  return { deeds, keyOf };
} // biome-ignore format: a chain

/** Rows by a text that names them, to compare without their order. */
const table = <Row>(rows: readonly Row[], name: (row: Row) => string, value: (row: Row) => unknown) =>
  Object.fromEntries(rows.map((row) => [name(row), value(row)]));

test.each(['current', 'history'] as const)(
  'reports on random histories are those of a plain reference, whatever the order and repeats (membership %s)',
  async (membership) => {
    for (const [run, calls] of fc.sample(histories, { numRuns: runs, seed: 3 }).entries()) {
      const workspaceId = `ws_${membership}_${run}`;
      await spectacle.workspaces.create(workspaceId);
      await spectacle.workspaces.change(workspaceId, { membership, timeZone });
      const mixed = calls.toSorted((a, b) => (a.messageId.slice(2) < b.messageId.slice(2) ? -1 : 1));
      for (const batch of [mixed.slice(30), mixed.slice(0, 45)]) {
        const payload = { writeKey: workspaceId, batch };
        expect((await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload })).statusCode).toBe(200);
        await spectacle.projector.settled();
      }
      const { deeds, keyOf } = deedsOf(calls, membership);

      for (const asked of fc.sample(questions, { numRuns: 12, seed: run })) {
        const { level, by, begins, days, steps, windowDays, period } = asked;
        const range = { from: start + begins * 24 * hour, to: start + (begins + days) * 24 * hour };
        const question: Question = { workspaceId, level, by, ...range, timeZone, limit: 100 };
        const where = JSON.stringify({ membership, run, ...asked });
        const inRange = ({ time }: Deed) => time >= range.from && time < range.to;
        const begun = (life: readonly Deed[], pattern: EventPattern) => life.filter((deed) => inRange(deed) && matches(pattern, deed));
        const everybody = (pattern: EventPattern) =>
          [...lives(deeds, level)].map(([id, life]) => ({ key: keyOf(id, level, by, begun(life, pattern)), id, life }));

        const furthest = everybody(steps[0] ?? asked.first).map(({ key, life }) => ({ key, far: reached(life, steps, windowDays * 24 * hour, range) }));
        const ways: Record<string, number[]> = {};
        for (const { key, far } of furthest.filter(({ far }) => far > 0)) {
          ways[key] = steps.map((_, i) => (ways[key]?.[i] ?? 0) + Number(far > i));
        }
        const funnel = await funnelReport(spectacle.store, question, { steps, windowDays });
        expect(table(funnel.rows, ({ key }) => key, ({ counts }) => counts), where).toEqual(ways);

        const cohorts: Record<string, number[]> = {};
        for (const { key, life } of everybody(asked.first)) {
          const found = returns(life, asked, range, timeZone);
          if (!found) continue;
          const [size = 0, ...before] = cohorts[`${key} ${found.cohort}`] ?? [];
          cohorts[`${key} ${found.cohort}`] = [size + 1, ...found.returned.map((is, i) => (before[i] ?? 0) + Number(is))];
        }
        const retention = await retentionReport(spectacle.store, question, asked, Date.UTC(2100, 0, 1));
        expect(table(retention, ({ key, cohort }) => `${key} ${cohort}`, ({ size, returned }) => [size, ...returned]), where).toEqual(cohorts);

        const points: Record<string, [number, Set<string>, Set<string>]> = {};
        for (const { key, life } of everybody(asked.first)) {
          for (const deed of begun(life, asked.first)) {
            const name = `${by === 'properties.size' ? deed.size : key} ${periodOf(deed.time, period, timeZone)}`;
            const [events, people, groups] = points[name] ?? [0, new Set(), new Set()];
            points[name] = [events + 1, people.add(deed.person), deed.group === '' ? groups : groups.add(deed.group)];
          }
        }
        const trend = await trendReport(spectacle.store, question, { event: asked.first, period }, now);
        expect(
          table(trend.filter(({ events }) => events > 0), ({ key, period }) => `${key} ${period}`, ({ events, people, groups }) => [events, people, groups]),
          where,
        ).toEqual(Object.fromEntries(Object.entries(points).map(([name, [events, people, groups]]) => [name, [events, people.size, groups.size]])));
      }
    }
  },
); // biome-ignore format: a table
