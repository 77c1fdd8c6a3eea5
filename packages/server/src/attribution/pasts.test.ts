import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as answers from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';
import type { Sql } from '../store/sql.ts';
import { createToken } from '../workspaces/tokens.ts';
import { Behind, behindSince } from './behind.ts';
import { Pasts } from './pasts.ts';

/** Two workspaces: what `ws_all` got by the moment, `ws_then` got as well, and nothing afterwards. */
const workspaceIds = ['ws_all', 'ws_then'] as const;
type WorkspaceId = (typeof workspaceIds)[number];

const monday = Date.UTC(2026, 4, 4, 12);
const moment = new Date(monday + 3_600_000).toISOString();
let now = monday;
let directory: string;
let spectacle: Spectacle;
const tokens = new Map<WorkspaceId, string>();

async function start() {
  const config = { port: 0, host: '127.0.0.1', store: { directory }, workspaceId: 'ws_all', token: 'sp_all', logLevel: 'error' } as const; // biome-ignore format: none
  spectacle = await createSpectacle(config, { now: () => now });
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-pasts-'));
  await start();
  await spectacle.workspaces.create('ws_then');
  for (const id of workspaceIds) {
    tokens.set(id, await createToken(spectacle.store.intake, { workspaceId: id, role: 'admin' }));
    await spectacle.workspaces.change(id, { membership: 'history', cutoffEvents: ['Demo Booked', 'Trial Started'] });
  }
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

const page = (id: string, who: string, day: number, query: string, referrer = '') => ({
  type: 'page', messageId: id, anonymousId: who, timestamp: `2026-04-${day}T10:00:00Z`, properties: { url: `https://www.product.example/?${query}`, referrer },
}); // biome-ignore format: a line of a table
const track = (id: string, userId: string, day: number, event: string, properties: object = {}) => ({
  type: 'track', messageId: id, userId, event, timestamp: `2026-04-${day}T10:00:00Z`, properties,
}); // biome-ignore format: a line of a table
const link = (id: string, anonymousId: string, userId: string, groupId: string, day: number) => ({
  type: 'group', messageId: id, anonymousId, userId, groupId, timestamp: `2026-04-${day}T11:00:00Z`, traits: { plan: `plan of ${id}` },
}); // biome-ignore format: a line of a table

const byThen = [
  page('p1', 'a', 10, 'utm_source=google&utm_medium=cpc'),
  page('p2', 'a', 12, 'utm_source=newsletter&utm_medium=email'),
  page('p3', 'b', 13, '', 'https://www.linkedin.com/'),
  link('g1', 'a', 'ada', 'acme', 14),
  track('d1', 'ada', 15, 'Demo Booked'),
  track('r1', 'ada', 16, 'Paid', { revenue: 1_000, transactionId: 't1' }),
  track('r2', 'ada', 17, 'Paid', { revenue: 500, currency: 'EUR', transactionId: 't2' }),
  // Reported later than another report of the same transaction, which is to come.
  track('r3', 'ada', 18, 'Paid', { revenue: 70, transactionId: 't3' }),
];
const afterwards = [
  // Late: an earlier visit, an earlier cut-off, somebody who was anonymous, an earlier report of a payment, a refund, a move.
  page('p0', 'a', 10, 'utm_source=partner&utm_medium=referral'),
  { ...page('p4', 'b', 14, ''), userId: 'bob' },
  link('g2', 'b', 'bob', 'acme', 15),
  track('d0', 'bob', 14, 'Trial Started'),
  track('r0', 'bob', 17, 'Paid', { revenue: 75, transactionId: 't3' }),
  track('r4', 'ada', 19, 'Refunded', { revenue: -1_000, transactionId: 't1' }),
  link('g3', 'a', 'ada', 'other', 20),
  { type: 'identify', messageId: 'i1', anonymousId: 'b', userId: 'bob', timestamp: '2026-04-14T09:00:00Z', traits: { email: 'b@acme.example' } },
]; // biome-ignore format: a story

async function send(workspaceId: WorkspaceId, batch: readonly object[], sentAt?: string) {
  const payload = { writeKey: workspaceId, batch, ...(sentAt === undefined ? {} : { sentAt }) };
  const { statusCode } = await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload });
  expect(statusCode).toBe(200);
  await spectacle.projector.settled();
}

async function ask(workspaceId: WorkspaceId, path: string, status = 200): Promise<string> {
  const headers = { authorization: `Bearer ${tokens.get(workspaceId)}` };
  const response = await spectacle.app.inject({ url: `/api/workspaces/${workspaceId}/${path}`, headers });
  expect(response.statusCode, response.body).toBe(status);
  return response.body;
}

async function change(
  workspaceId: WorkspaceId,
  method: 'PUT' | 'POST' | 'DELETE' | 'PATCH',
  path: string,
  payload?: object,
) {
  const headers = { authorization: `Bearer ${tokens.get(workspaceId)}` };
  const url = `/api/workspaces/${workspaceId}/${path}`;
  const response = await spectacle.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  expect(response.statusCode, response.body).toBe(200);
}

const questions = [
  ...['group', 'person'].flatMap((level) => [
    `reports/attribution?level=${level}&model=markov`,
    `reports/attribution?level=${level}&model=w&dating=conversion&from=2026-04-01&to=2026-04-30`,
    `reports/models?level=${level}&by=source`,
    `reports/models?level=${level}&by=traits.plan`,
  ]),
  'groups/acme/journey?',
  'people/user%3Aada/journey?',
];
const asOf = (question: string) => `${question}&asOf=${moment}`;
const scratches = async () =>
  (
    await spectacle.store.reading.rows(
      "SELECT name FROM system.databases WHERE startsWith(name, 'spectacle_past_')" as Sql,
    )
  ).length;

/** What `ws_all` answered at the moment, when it was now. */
const then = new Map<string, string>();

test('what was answered at a moment is answered again, byte for byte, whatever became known since', async () => {
  const rate = (value: string) => ({ rates: [{ date: '2026-04-17', currency: 'USD', rate: value }] });
  for (const id of workspaceIds) {
    await send(id, byThen.slice(0, 3));
    await send(id, byThen.slice(2));
    await change(id, 'PUT', 'rates', rate('1.1'));
  }
  for (const question of questions) then.set(question, await ask('ws_all', question));

  now = monday + 86_400_000;
  await send('ws_all', afterwards);
  // The first events come again, by a client whose clock is wrong now.
  await send('ws_all', byThen, new Date(now + 50_000).toISOString());
  await change('ws_all', 'PUT', 'rates', rate('1.2'));

  for (const question of questions) {
    const today = await ask('ws_all', question);
    expect(today, question).not.toBe(then.get(question));
    const past = await ask('ws_all', asOf(question));
    expect(past, question).toBe(await ask('ws_then', asOf(question)));
    const known = { ...JSON.parse(then.get(question) ?? ''), asOf: moment };
    expect(JSON.parse(past), question).toEqual(known);
    expect(past.replace(`"asOf":"${moment}"`, '"asOf":null'), question).toBe(then.get(question));
    // And nothing of today has changed by asking.
    expect(await ask('ws_all', question), question).toBe(today);
  }
  // 10.00, 5.00 EUR at 1.1, and 0.70
  const { total } = JSON.parse(
    await ask('ws_all', asOf('reports/attribution?model=linear')),
  ) as answers.AttributionReport;
  expect(total.revenue).toBe(1_000 + 550 + 70);
}, 240_000);

test('before anything was known there is nothing', async () => {
  const report = JSON.parse(await ask('ws_all', `reports/attribution?asOf=${new Date(monday - 1).toISOString()}`)) as answers.AttributionReport; // biome-ignore format: one line
  expect([report.rows, report.total.revenue, report.total.visits]).toEqual([[], 0, 0]);
  await ask('ws_all', `groups/acme/journey?asOf=${new Date(monday - 1).toISOString()}`, 404);
});

test('a past is derived once for all questions about it, and two are kept at most', async () => {
  await Promise.all(questions.slice(0, 4).map((question) => ask('ws_all', asOf(question))));
  const count = await scratches();
  expect(count).toBeLessThanOrEqual(2);
  for (const question of questions) await ask('ws_all', asOf(question));
  expect(await scratches()).toBeLessThanOrEqual(2);
});

test('settings and spend are those of today', async () => {
  await change('ws_all', 'POST', 'spend', {
    rows: [{ date: '2026-04-10', source: 'google', medium: 'cpc', amount: 300 }],
  });
  const report = async () => JSON.parse(await ask('ws_all', asOf('reports/attribution?'))) as answers.AttributionReport;
  expect((await report()).total).toMatchObject({ spend: 300, leads: 1 });
  await change('ws_all', 'PATCH', 'settings', { cutoffEvents: ['Nothing'] });
  expect((await report()).total).toMatchObject({ spend: 300, leads: 0 });
});

test('who is forgotten was never known', async () => {
  await ask('ws_all', asOf('people/user%3Aada/journey?'));
  await change('ws_all', 'DELETE', 'people/user%3Aada');
  expect(await scratches()).toBeLessThanOrEqual(1);
  await ask('ws_all', asOf('people/user%3Aada/journey?'), 404);
});

test('whoever waits for a past while somebody is forgotten gets one that was made afterwards', async () => {
  const { store, projector, workspaces } = spectacle;
  let made = 0;
  const pasts: Pasts = new Pasts({
    store,
    settings: (id) => workspaces.settings(id),
    fresh: async () => {
      if (++made === 1) await pasts.forget();
    },
    exclusively: (work) => projector.exclusively(work),
    now: () => now,
  });
  const { length } = await pasts.ask('ws_then', Date.parse(moment), ({ reading }) =>
    reading.rows("SELECT person_id FROM spectacle.people FINAL WHERE workspace = 'ws_then'" as Sql),
  );
  await pasts.close();
  expect([made, length]).toEqual([2, 2]);
});

test('what is derived today is not trusted while it is derived again, nor if that failed', async () => {
  const { intake } = spectacle.store;
  const behind = new Behind(intake);
  const since = () => behindSince(intake, 'ws_all');
  expect(await since()).toBeGreaterThan(0);
  await behind.during('ws_all', async () => expect(await since()).toBe(0));
  expect(await since()).toBeGreaterThan(0);
  await expect(behind.during('ws_all', () => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off');
  expect([await since(), await behindSince(intake, 'ws_then')]).toEqual([0, expect.any(Number)]);
  await behind.during('ws_all', async () => {});
  expect(await since()).toBeGreaterThan(0);
});

test.each([
  '2026-05-04',
  'yesterday',
  '2026-13-01T00:00:00Z',
  '2026-05-04T12:00:00',
  "2026-05-04T12:00:00Z' OR 1",
  '2999-01-01T00:00:00Z',
  '',
])('asOf=%s is refused', async (text) => {
  await ask('ws_all', `reports/attribution?asOf=${encodeURIComponent(text)}`, 400);
});

test('nothing is left behind, not even by a process that could not tidy up', async () => {
  await spectacle.store.reading.run('CREATE DATABASE spectacle_past_1_left' as Sql);
  await ask('ws_all', asOf('reports/attribution?'));
  await spectacle.close();
  await start();
  expect(await scratches()).toBe(0);
});
