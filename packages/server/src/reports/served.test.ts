import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as answers from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';
import { createToken } from '../workspaces/tokens.ts';
import { retentionReport } from './retention.ts';

/**
 * The small world of all known answers here. 2026-01-05 is a Monday. Ann came by an ad, and later twice from LinkedIn. Dan moved from
 * Acme to Globex. Eve is in no company, and acted for Globex once.
 */
const pricing = { type: 'page', properties: { url: 'https://www.product.example/pricing' } };
const ad = {
  type: 'page',
  properties: { url: 'https://www.product.example/pricing?utm_source=google&utm_medium=cpc' },
  context: { timezone: 'Europe/Berlin' },
};
const post = {
  type: 'page',
  properties: { url: 'https://www.product.example/docs', referrer: 'https://www.linkedin.com/' },
};
const trial = { type: 'track', event: 'Trial Started' };
const paid = (revenue: number) => ({ type: 'track', event: 'Paid', properties: { revenue } });
const joins = (groupId: string, traits = {}) => ({ type: 'group', groupId, traits });
const history = [
  ['2026-01-05T08:00:00Z', { userId: 'dan' }, joins('acme')],
  ['2026-01-05T10:00:00Z', { anonymousId: 'browser' }, ad],
  ['2026-01-06T09:00:00Z', { anonymousId: 'browser', userId: 'ann' }, { type: 'identify', traits: {} }],
  ['2026-01-06T09:01:00Z', { userId: 'ann' }, joins('acme', { plan: 'pro' })],
  ['2026-01-06T12:00:00Z', { userId: 'ann' }, post],
  ['2026-01-06T18:00:00Z', { userId: 'ann' }, post],
  ['2026-01-07T10:00:00Z', { userId: 'ann' }, trial],
  ['2026-01-08T10:00:00Z', { userId: 'bob' }, joins('acme')],
  ['2026-01-12T08:00:00Z', { userId: 'cid' }, joins('globex', { plan: 'free' })],
  ['2026-01-13T10:00:00Z', { userId: 'dan' }, pricing],
  ['2026-01-14T10:00:00Z', { userId: 'dan' }, joins('globex')],
  ['2026-01-15T10:00:00Z', { userId: 'dan' }, trial],
  ['2026-01-16T10:00:00Z', { userId: 'eve', context: { groupId: 'globex' } }, paid(700)],
  ['2026-01-16T12:00:00Z', { userId: 'cid' }, pricing],
  ['2026-01-16T12:00:00Z', { userId: 'cid' }, trial],
  ['2026-01-20T10:00:00Z', { userId: 'bob' }, paid(5000)],
  ['2026-02-20T10:00:00Z', { userId: 'cid' }, trial],
].map(([timestamp, who, call], i) => ({ messageId: `m${i}`, timestamp, ...Object(who), ...Object(call) })); // biome-ignore format: a table

let directory: string;
let spectacle: Spectacle;
const tokens = new Map<string, string>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-reports-'));
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: 'ws_current',
    token: 'sp_reports',
    logLevel: 'error',
  });
  for (const id of ['ws_history', 'ws_late', 'ws_odd']) await spectacle.workspaces.create(id);
  for (const id of ['ws_current', 'ws_history', 'ws_late', 'ws_odd']) {
    tokens.set(id, await createToken(spectacle.store.intake, { workspaceId: id, role: 'read' }));
    const membership = id === 'ws_history' ? 'history' : 'current';
    await spectacle.workspaces.change(id, {
      membership,
      cutoffEvents: ['Trial Started'],
      domains: ['product.example'],
    });
  }
  await send('ws_current', history);
  await send('ws_history', history);
  await send('ws_late', history.slice(9).reverse());
  await send('ws_late', history.slice(0, 12).reverse());
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

async function send(writeKey: string, batch: object[]): Promise<void> {
  const { statusCode } = await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey, batch } });
  expect(statusCode).toBe(200);
  await spectacle.projector.settled();
}

function get(workspaceId: string, path: string, query: Record<string, unknown> = {}, accept = 'application/json') {
  const texts = Object.entries(query).map(([key, value]): [string, string] => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
  return spectacle.app.inject({
    url: `/api/workspaces/${workspaceId}/${path}?${new URLSearchParams(texts)}`,
    headers: { authorization: `Bearer ${tokens.get(workspaceId)}`, accept },
  });
} // biome-ignore format: a table

async function ask<Answer>(workspaceId: string, path: string, query: Record<string, unknown> = {}): Promise<Answer> {
  const response = await get(workspaceId, path, query);
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
}

const steps = [
  { type: 'page', name: '/pricing' },
  { type: 'track', name: 'Trial Started' },
  { type: 'track', name: 'Paid' },
];
const funnel = (workspaceId: string, query: object) =>
  ask<answers.FunnelReport>(workspaceId, 'reports/funnel', { steps, ...query });

test('a funnel counts a company once, whoever of its people takes the next step', async () => {
  const report = await funnel('ws_current', { level: 'group' });
  expect(report).toMatchObject({ level: 'group', windowDays: 30, by: '', from: null, to: null, steps });
  // Acme: ad on the 5th, Ann's trial on the 7th, Bob's payment. Globex: Dan's page on the 13th, his trial, Eve's payment.
  expect(report.rows).toEqual([{ key: '', kind: 'value', counts: [2, 2, 2] }]);
  expect(report.total).toEqual({ counts: [2, 2, 2] });
});

test('with membership by history, what Dan did in Acme is a step of Acme', async () => {
  // Globex has Cid's page only: his trial of the same moment does not follow it, and the next comes after 35 days.
  expect((await funnel('ws_history', { level: 'group' })).total.counts).toEqual([2, 1, 1]);
  expect((await funnel('ws_history', { level: 'group', windowDays: 60 })).total.counts).toEqual([2, 2, 1]);
});

test('a funnel of people needs all steps of one person', async () => {
  for (const workspaceId of ['ws_current', 'ws_history']) {
    expect((await funnel(workspaceId, { level: 'person' })).total.counts).toEqual([3, 2, 0]);
    expect((await funnel(workspaceId, { level: 'person', windowDays: 60 })).total.counts).toEqual([3, 3, 0]);
  }
});

test('the range of a funnel holds for its first step', async () => {
  const from13 = await funnel('ws_current', { level: 'group', from: '2026-01-13', to: '2026-01-13' });
  expect(from13.total.counts).toEqual([1, 1, 1]);
  expect((await funnel('ws_current', { level: 'group', from: '2026-01-17' })).total.counts).toEqual([0, 0, 0]);
});

test('a funnel is broken down by the first touch and by traits of the company', async () => {
  const rows = async (by: string, level = 'group') =>
    (await funnel('ws_current', { level, by })).rows.map(({ key, counts }) => [key, ...counts]);
  expect(await rows('channel')).toEqual([['Direct', 1, 1, 1], ['Paid Search', 1, 1, 1]]); // biome-ignore format: a table
  expect(await rows('source')).toEqual([['(direct)', 1, 1, 1], ['google', 1, 1, 1]]); // biome-ignore format: a table
  expect(await rows('country')).toEqual([['(not set)', 1, 1, 1], ['DE', 1, 1, 1]]); // biome-ignore format: a table
  expect(await rows('country', 'person')).toEqual([['(not set)', 2, 1, 0], ['DE', 1, 1, 0]]); // biome-ignore format: a table
  expect(await rows('trait:plan')).toEqual([['free', 1, 1, 1], ['pro', 1, 1, 1]]); // biome-ignore format: a table
  expect(await rows('traits.plan', 'person')).toEqual([['free', 2, 1, 0], ['pro', 1, 1, 0]]); // biome-ignore format: a table
  expect(await rows('trait:nowhere')).toEqual([['(not set)', 2, 2, 2]]);
});

test('a funnel is broken down by a property of the first event that began it, a trend by that of each event', async () => {
  const { rows } = await funnel('ws_current', { level: 'group', by: 'property:url' });
  const [advertised, plain] = [ad.properties.url, pricing.properties.url];
  expect(rows.map(({ key, counts }) => [key, ...counts])).toEqual([[plain, 1, 1, 1], [advertised, 1, 1, 1]]); // biome-ignore format: a table
  const event = { type: 'track', name: 'Paid' };
  expect(await trend('ws_current', { level: 'group', event, by: 'properties.revenue', period: 'month' })).toEqual([
    ['5000', '2026-01-01', 1, 1, 1],
    ['700', '2026-01-01', 1, 1, 1],
  ]);
});

test('values beyond the limit become one, the last', async () => {
  const { rows } = await funnel('ws_current', { level: 'group', by: 'channel', limit: 1 });
  expect(rows).toEqual([
    { key: 'Direct', kind: 'value', counts: [1, 1, 1] },
    { key: 'Other', kind: 'other', counts: [1, 1, 1] },
  ]);
});

test('a name that ends with * means all names that begin so, no name and no type any', async () => {
  const counts = async (...of: object[]) => (await funnel('ws_current', { level: 'person', steps: of })).total.counts;
  expect(await counts({ type: 'page', name: '/pri*' }, { name: 'Trial*' })).toEqual([3, 2]);
  expect(await counts({ type: 'page' }, { type: 'page' }, { type: 'page' }, { type: 'page' })).toEqual([3, 1, 1, 0]);
  expect(await counts({}, {})).toEqual([5, 4]);
});

const retention = async (workspaceId: string, query: object) =>
  (await ask<answers.RetentionReport>(workspaceId, 'reports/retention', { periods: 6, ...query })).rows.map(
    ({ cohort, size, returned }) => [cohort, size, returned],
  );

test('companies are there in the weeks in which anybody of them did anything', async () => {
  // Dan's first call counts for Globex now.
  expect(await retention('ws_current', { level: 'group' })).toEqual([['2026-01-05', 2, [2, 1, 1, 0, 0, 0, 1]]]);
  expect(await retention('ws_history', { level: 'group' })).toEqual([
    ['2026-01-05', 1, [1, 1, 1, 0, 0, 0, 0]],
    ['2026-01-12', 1, [1, 0, 0, 0, 0, 1, 0]],
  ]);
});

test('people return with one event to what they began with another', async () => {
  const [first, , ] = steps;
  expect(await retention('ws_current', { level: 'person', first, return: trialPattern })).toEqual([
    ['2026-01-05', 1, [1, 0, 0, 0, 0, 0, 0]],
    ['2026-01-12', 2, [2, 0, 0, 0, 0, 1, 0]],
  ]);
  // Nobody saw a price at or after the payment.
  expect(await retention('ws_current', { level: 'person', first: { name: 'Paid' }, return: first, periods: 1 })).toEqual([
    ['2026-01-12', 1, [0, 0]],
    ['2026-01-19', 1, [0, 0]],
  ]);
}); // biome-ignore format: a table
const trialPattern = { type: 'track', name: 'Trial Started' };

test('cohorts are of the range, by days and months too, and by what tells them apart', async () => {
  expect(await retention('ws_current', { level: 'person', from: '2026-01-06', to: '2026-01-08', period: 'day', periods: 1 })).toEqual([
    ['2026-01-08', 1, [1, 0]],
  ]);
  expect(await retention('ws_current', { level: 'group', period: 'month', periods: 1 })).toEqual([['2026-01-01', 2, [2, 1]]]);
  const { rows } = await ask<answers.RetentionReport>('ws_current', 'reports/retention', { level: 'group', by: 'trait:plan', periods: 1 });
  expect(rows).toEqual([
    { key: 'free', kind: 'value', cohort: '2026-01-05', size: 1, returned: [1, 1] },
    { key: 'pro', kind: 'value', cohort: '2026-01-05', size: 1, returned: [1, 0] },
  ]);
}); // biome-ignore format: a table

test('a period that has not begun is null, the one under way counts so far', async () => {
  const question = { workspaceId: 'ws_current', level: 'group', by: '', from: null, to: null, timeZone: 'UTC', limit: 1 } as const;
  const any = { type: '', name: '' };
  const asked = { first: any, back: any, period: 'week', periods: 3 } as const;
  const [cohort] = await retentionReport(spectacle.store, question, asked, Date.UTC(2026, 0, 20));
  expect(cohort?.returned).toEqual([2, 1, 1, null]);
}); // biome-ignore format: a table

const trend = async (workspaceId: string, query: object) =>
  (await ask<answers.TrendReport>(workspaceId, 'reports/trend', { from: '2026-01-05', to: '2026-01-25', ...query })).rows.map(
    ({ key, period, events, people, groups }) => [key, period, events, people, groups],
  ); // biome-ignore format: a chain

test('a trend counts events, people and companies in each week, also where there were none', async () => {
  expect(await trend('ws_current', { level: 'group', event: trialPattern })).toEqual([
    ['', '2026-01-05', 1, 1, 1],
    ['', '2026-01-12', 2, 2, 1],
    ['', '2026-01-19', 0, 0, 0],
  ]);
  // At the level of people Eve's payment counts in any case; at that of companies because she acted for one.
  const event = { type: 'track', name: 'Paid' };
  expect(await trend('ws_current', { level: 'person', event, by: 'trait:plan' })).toEqual([
    ['(not set)', '2026-01-05', 0, 0, 0],
    ['(not set)', '2026-01-12', 1, 1, 1],
    ['(not set)', '2026-01-19', 0, 0, 0],
    ['pro', '2026-01-05', 0, 0, 0],
    ['pro', '2026-01-12', 0, 0, 0],
    ['pro', '2026-01-19', 1, 1, 1],
  ]);
  expect(await trend('ws_current', { level: 'group', event, by: 'trait:plan', period: 'month' })).toEqual([
    ['free', '2026-01-01', 1, 1, 1],
    ['pro', '2026-01-01', 1, 1, 1],
  ]);
  expect(await trend('ws_odd', { level: 'group', period: 'month' })).toEqual([['', '2026-01-01', 0, 0, 0]]);
});

test('paths are what the visits of a journey came through, repeats in a row once', async () => {
  const paths = (query: Record<string, unknown>) => ask<answers.PathReport>('ws_current', 'reports/paths', query);
  const acme = { entities: 1, leads: 1, customers: 1, revenue: 5000 };
  const globex = { entities: 1, leads: 1, customers: 1, revenue: 700 };
  const report = await paths({ level: 'group' });
  expect(report.rows).toEqual([
    { path: ['Paid Search', 'Organic Social'], ...acme },
    { path: ['Direct'], ...globex },
  ]);
  expect(report.steps).toEqual([{ position: 0, from: 'Paid Search', to: 'Organic Social', entities: 1 }]);
  expect(report.total).toEqual({ entities: 2, leads: 2, customers: 2, revenue: 5700 });
  expect((await paths({ level: 'group', fold: false })).rows[0]?.path).toEqual(['Paid Search', 'Organic Social', 'Organic Social']);
  // Only Globex got to its first trial after the 10th.
  expect((await paths({ level: 'group', by: 'source', from: '2026-01-10' })).rows).toEqual([{ path: ['(direct)'], ...globex }]);
  expect((await paths({ level: 'group', limit: 1 })).total.entities).toBe(2);
  expect(await paths({ level: 'group', to: '2020-01-01' })).toMatchObject({ rows: [], steps: [], total: { entities: 0, revenue: 0 } });
}); // biome-ignore format: a table

test('names are what was seen, the most frequent first', async () => {
  const { events, traits, properties } = await ask<answers.Names>('ws_current', 'names');
  expect(events.map(({ type, name, events }) => [type, name, events])).toEqual([
    ['group', '', 5],
    ['track', 'Trial Started', 4],
    ['page', '/pricing', 3],
    ['page', '/docs', 2],
    ['track', 'Paid', 2],
    ['identify', '', 1],
  ]);
  expect(events[1]?.lastSeen).toBe('2026-02-20T10:00:00.000Z');
  expect(traits).toEqual({ group: [{ trait: 'plan', special: true, groups: 2 }], person: [] });
  expect(properties).toEqual(['url', 'referrer', 'revenue']);
});

test('order, repeats and delay change nothing', async () => {
  for (const level of ['group', 'person']) {
    for (const [path, query] of [
      ['reports/funnel', { steps, by: 'channel' }],
      ['reports/retention', { by: 'trait:plan' }],
      ['reports/trend', { by: 'source', to: '2026-03-01' }],
      ['reports/paths', {}],
      ['names', {}],
    ] as const) {
      expect(await ask('ws_late', path, { level, ...query }), path).toEqual(await ask('ws_current', path, { level, ...query }));
    }
  }
}); // biome-ignore format: a table

test('a report can be asked as of a past moment', async () => {
  const asOf = '2026-01-01T00:00:00.000Z';
  for (const [path, query] of [
    ['reports/funnel', { steps }],
    ['reports/retention', {}],
    ['reports/paths', {}],
  ] as const) {
    // Nothing had been received by then.
    expect(await ask('ws_current', path, { ...query, asOf }), path).toMatchObject({ asOf, rows: [] });
    expect(await ask('ws_current', path, query), path).toMatchObject({ asOf: null });
  }
  const { rows } = await ask<answers.TrendReport>('ws_current', 'reports/trend', { asOf, from: '2025-12-22', period: 'week' });
  expect(rows.map(({ period, events }) => [period, events])).toEqual([['2025-12-22', 0], ['2025-12-29', 0]]);
}); // biome-ignore format: a table

test('hostile names are names', async () => {
  const odd = ["'); DROP TABLE spectacle.events; --", 'a\\b', 'a\tb', 'a\nb', '"quoted"', '{type:String}', 'ünï ✓ 🙂', '%_', '\\', "'"];
  await send('ws_odd', [
    ...odd.map((event, i) => ({ type: 'track', event, userId: `u${i}`, timestamp: '2026-01-06T10:00:00Z' })),
    ...odd.map((key, i) => ({ type: 'group', groupId: `g${i}`, traits: { [key]: key }, userId: `u${i}`, timestamp: '2026-01-06T11:00:00Z' })),
  ]);
  for (const [i, name] of odd.entries()) {
    expect(await trend('ws_odd', { level: 'person', event: { type: 'track', name }, period: 'month' }), name).toEqual([['', '2026-01-01', 1, 1, 1]]);
    expect(await trend('ws_odd', { level: 'group', event: { name }, by: `trait:${name}`, period: 'month' }), name).toEqual([[name, '2026-01-01', 1, 1, 1]]);
    const way = [{ type: 'track', name }, { type: 'group', name: '' }];
    expect((await funnel('ws_odd', { steps: way })).total.counts, name).toEqual([1, 1]);
    expect((await ask<answers.Names>('ws_odd', 'names')).events.filter((event) => event.name === name), `${i}`).toHaveLength(1);
  }
}); // biome-ignore format: a table

test('a question that cannot be understood is answered by a sentence', async () => {
  for (const [path, query, sentence] of [
    ['funnel', { steps: 'x' }, /"steps" is JSON, like .* this is not: x/],
    ['funnel', { steps: [{}] }, /two to eight events/],
    ['funnel', { steps: Array.from({ length: 9 }, () => ({})) }, /two to eight events/],
    ['funnel', { steps: [{ type: 'click' }, {}] }, /type of "steps\[0\]" is one of page, track/],
    ['funnel', { steps: [{}, { event: 'x' }] }, /"steps\[1\]" has type and name, and no "event"/],
    ['funnel', { steps: [{}, 'x'] }, /"steps\[1\]" is an object/],
    [
      'funnel',
      { steps: [{}, {}], by: 'weather' },
      /"by" is channel, source, medium, campaign, country, trait:<key> of the company, or property/,
    ],
    ['retention', { first: { name: 7 } }, /name of "first" is a text/],
    ['retention', { periods: 64 }, /periods/],
    ['trend', { period: 'hour' }, /period/],
    ['trend', { from: '2026-02-30' }, /no such day/],
    ['paths', { by: 'trait:plan' }, /by/],
  ] as const) {
    const response = await get('ws_current', `reports/${path}`, query);
    expect([path, query, response.statusCode]).toEqual([path, query, 400]);
    expect(response.json().message).toMatch(sentence);
  }
});

test('a report is a table for a spreadsheet too, and lines of JSON', async () => {
  const csv = async (path: string, query: object) => (await get('ws_current', `reports/${path}`, { ...query }, 'text/csv')).body;
  expect(await csv('funnel', { steps, by: 'trait:plan', level: 'group' })).toBe(
    'key,kind,counts.0,counts.1,counts.2\r\nfree,value,1,1,1\r\npro,value,1,1,1\r\n',
  );
  expect(await csv('retention', { periods: 2, level: 'group' })).toBe(
    'key,kind,cohort,size,returned.0,returned.1,returned.2\r\n,value,2026-01-05,2,2,1,1\r\n',
  );
  expect(await csv('paths', { level: 'group', limit: 1 })).toBe(
    'path,entities,leads,customers,revenue\r\nPaid Search > Organic Social,1,1,1,5000\r\n',
  );
  const lines = (await get('ws_current', 'names', {}, 'application/x-ndjson')).body.trim().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toEqual({ type: 'group', name: '', events: 5, lastSeen: '2026-01-14T10:00:00.000Z' });
}); // biome-ignore format: a table
