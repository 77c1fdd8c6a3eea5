import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as answers from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';
import { createToken } from '../workspaces/tokens.ts';
import { models } from './models.ts';

/** Random lives of a few people in a few companies, for each mode of membership; more of them by environment. */
const runs = Number(process.env.SPECTACLE_ATTRIBUTION_RUNS ?? 1);

let directory: string;
let spectacle: Spectacle;
let now = Date.UTC(2025, 11, 1);
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-invariants-'));
  const config = { port: 0, host: '127.0.0.1', store: { directory }, workspaceId: 'ws_first', token: 'sp_first' };
  spectacle = await createSpectacle({ ...config, logLevel: 'error' }, { now: () => now });
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

const minute = 60_000;
const start = Date.UTC(2025, 2, 1);
const queries = [
  '',
  '?utm_source=google&utm_medium=cpc',
  '?utm_source=newsletter&utm_medium=email&utm_campaign=may',
  '?gclid=1',
];
const referrers = ['', 'https://www.google.com/', 'https://www.linkedin.com/', 'https://partner.example/post'];

const who = fc.record({ person: fc.nat(3), device: fc.nat(4), known: fc.boolean() }).map(({ person, device, known }) => ({
  anonymousId: `device-${device}`,
  ...(known ? { userId: `user-${person}` } : {}),
})); // biome-ignore format: a record
const calls = fc.oneof(
  fc.record({ type: fc.constant('page'), query: fc.constantFrom(...queries), referrer: fc.constantFrom(...referrers) }).map(
    ({ type, query, referrer }) => ({ type, properties: { url: `https://www.product.example/${query}`, referrer } })),
  fc.constant({ type: 'identify', traits: {} }),
  fc.record({ type: fc.constant('group'), groupId: fc.constantFrom('a', 'b'), traits: fc.record({ plan: fc.constantFrom('free', 'pro') }) }),
  fc.record({ type: fc.constant('track'), event: fc.constantFrom('Demo Booked', 'Trial Started', 'Opened') }),
  // Payments and refunds, also in another currency, and in one that no rate converts.
  fc.record({ revenue: fc.integer({ min: -300, max: 1000 }), id: fc.nat(5), currency: fc.constantFrom(undefined, undefined, 'EUR', 'KWD') }).map(
    ({ revenue, id, currency }) => ({ type: 'track', event: 'Paid', properties: { revenue, currency, transactionId: `t${id}` } })),
); // biome-ignore format: a table
/** Dollars for a euro, another rate each week. */
const rates = Array.from({ length: 30 }, (_, week) => ({
  date: new Date(start + week * 7 * 24 * 60 * minute).toISOString().slice(0, 10),
  currency: 'USD',
  rate: `1.0${week + 10}`,
}));
/** Steps of whole quarters of an hour, so that many events share a moment. */
const lives = fc.array(fc.tuple(who, calls, fc.nat(20_000)), { minLength: 60, maxLength: 120 }).map((list) =>
  list.map(([who, call, quarter], i) => ({
    ...who,
    ...call,
    messageId: `m${i}`,
    // A group call without a user is one of the browser's.
    timestamp: new Date(start + quarter * 15 * minute).toISOString(),
  })),
); // biome-ignore format: a chain

async function send(workspaceId: string, batch: object[]): Promise<void> {
  const payload = { writeKey: workspaceId, batch };
  const { statusCode } = await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload });
  expect(statusCode).toBe(200);
  await spectacle.projector.settled();
}

async function workspace(id: string, membership: 'current' | 'history') {
  await spectacle.workspaces.create(id);
  await spectacle.workspaces.change(id, {
    membership,
    cutoffEvents: ['Demo Booked', 'Trial Started'],
    domains: ['product.example'],
  });
  const token = await createToken(spectacle.store.intake, { workspaceId: id, role: 'admin' });
  const { statusCode } = await spectacle.app.inject({
    method: 'PUT',
    url: `/api/workspaces/${id}/rates`,
    headers: { authorization: `Bearer ${token}` },
    payload: { rates },
  });
  expect(statusCode).toBe(200);
  return async <Answer>(path: string): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await spectacle.app.inject({ url: `/api/workspaces/${id}/${path}`, headers });
    expect(response.statusCode, response.body).toBe(200);
    return response.json();
  };
}

const paths = ['group', 'person'].flatMap((level) =>
  ['channel', 'traits.plan'].flatMap((by) =>
    ['cohort', 'conversion'].map((dating) => `reports/models?level=${level}&by=${by}&dating=${dating}`),
  ),
);

test.each(['current', 'history'] as const)(
  'whatever the order, repeats and delay of events, reports are the same, also those of a past, and all rows add up to all revenue (membership %s)',
  async (membership) => {
    for (const [run, events] of fc.sample(lives, { numRuns: runs, seed: 11 }).entries()) {
      const ids = ['x', 'y'].map((name) => `ws_${membership}_${run}_${name}`);
      const [inOrder, shuffled] = [
        await workspace(ids[0] ?? '', membership),
        await workspace(ids[1] ?? '', membership),
      ];
      await send(ids[0] ?? '', events);
      const late = events.toSorted((a, b) =>
        a.messageId.split('').reverse().join('') < b.messageId.split('').reverse().join('') ? -1 : 1,
      );
      await send(ids[1] ?? '', late.slice(40));
      const asOf = new Date(now).toISOString();
      // Deriving a past takes its time: of one history.
      const then = run === 0 ? await Promise.all(paths.map((path) => shuffled<answers.ModelComparison>(path))) : [];
      now += 60 * minute;
      await send(ids[1] ?? '', [...late.slice(0, 50), ...late.slice(10, 20)]);

      const { people } = await inOrder<answers.PersonList>('people?limit=1000');
      const revenue = people.reduce((sum, person) => sum + person.revenue, 0);
      const visits = people.reduce((sum, person) => sum + person.visits, 0);
      const reports = new Map<string, answers.ModelComparison>();
      for (const path of paths) {
        const report = await inOrder<answers.ModelComparison>(path);
        reports.set(path, report);
        expect(await shuffled(path), path).toEqual(report);
        expect(report.total.visits).toBe(visits);
        for (const model of models) {
          const sum = report.rows.reduce((all, row) => all + row.models[model].revenue, 0);
          expect(sum, `${path}, ${model}`).toBe(revenue);
          expect(report.total.models[model].revenue).toBe(revenue);
          expect(report.total.models[model].leads).toBe(report.total.models.first.leads);
        }
        if (path.endsWith('conversion')) {
          const aligned = reports.get(path.replace('conversion', 'cohort'));
          expect(report.rows, 'over all time, both ways of dating agree').toEqual(aligned?.rows);
        }
      }
      for (const [i, report] of then.entries()) {
        expect(await shuffled(`${paths[i]}&asOf=${asOf}`), 'what was known then').toEqual({ ...report, asOf });
        for (const model of models) {
          const sum = report.rows.reduce((all, row) => all + row.models[model].revenue, 0);
          expect(sum, `${paths[i]}, ${model}, as of then`).toBe(report.total.models[model].revenue);
        }
      }
    }
  },
  (3 + runs) * minute,
);

test('the parts of a range add up to the whole, in both ways of dating', async () => {
  const [events = []] = fc.sample(lives, { numRuns: 1, seed: 12 });
  const ask = await workspace('ws_ranges', 'current');
  await send('ws_ranges', events);
  for (const level of ['group', 'person']) {
    for (const dating of ['cohort', 'conversion']) {
      for (const model of ['first', 'linear', 'timeDecay', 'markov']) {
        const report = (range: string) =>
          ask<answers.AttributionReport>(`reports/attribution?level=${level}&dating=${dating}&model=${model}${range}`);
        const [all, before, during, after] = await Promise.all(
          ['', '&to=2025-04-10', '&from=2025-04-11&to=2025-06-30', '&from=2025-07-01'].map(report),
        );
        const parts = [before, during, after].map((part) => part?.total);
        expect(parts.reduce((sum, part) => sum + (part?.revenue ?? 0), 0)).toBe(all?.total.revenue);
        expect(parts.reduce((sum, part) => sum + (part?.visits ?? 0), 0)).toBe(all?.total.visits);
        expect(parts.reduce((sum, part) => sum + (part?.leads ?? 0), 0)).toBeCloseTo(all?.total.leads ?? Number.NaN, 9);
        for (const { key, revenue } of all?.rows ?? []) {
          const found = [before, during, after].map((part) => part?.rows.find((row) => row.key === key)?.revenue ?? 0);
          expect(
            found.reduce((sum, part) => sum + part, 0),
            `${key}, ${dating}, ${model}`,
          ).toBe(revenue);
        }
      }
    }
  }
});
