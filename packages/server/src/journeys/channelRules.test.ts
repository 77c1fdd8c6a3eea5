import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as answers from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';

let directory: string;
let spectacle: Spectacle;

/** Each is the first visit of somebody: what is in the address, the referrer, and the channel by the default rules. */
const visits = {
  brand: ['/?utm_source=google&utm_medium=cpc&utm_campaign=Brand+EU', '', 'Paid Search'],
  generic: ['/?utm_source=google&utm_medium=cpc&utm_campaign=generic', '', 'Paid Search'],
  partner: ['/?utm_source=Partner_Lisbon&utm_medium=referral', '', 'Referral'],
  percent: ['/?utm_source=partner%25Lisbon&utm_medium=referral', '', 'Referral'],
  blog: ['/blog/a?x=1', 'https://news.example/post', 'Referral'],
  clicked: ['/?gclid=1', '', 'Paid Search'],
  direct: ['/pricing?ref=%27', '', 'Direct'],
  umlaut: ['/?utm_source=B%C3%9CCHER&utm_medium=qr&utm_term=t&utm_content=c', '', 'Unassigned'],
} as const;
type Visit = keyof typeof visits;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-rules-'));
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: 'ws_rules',
    token: 'sp_rules',
    logLevel: 'error',
  });
  const batch = Object.entries(visits).flatMap(([id, [path, referrer]], i) => [
    { type: 'page', messageId: id, anonymousId: id, timestamp: `2026-04-0${i + 1}T10:00:00Z`, properties: { url: `https://www.acme.example${path}`, referrer } },
    // The same visit goes on: no visit of its own.
    { type: 'page', messageId: `${id}-2`, anonymousId: id, timestamp: `2026-04-0${i + 1}T10:01:00Z`, properties: { url: 'https://www.acme.example/docs', referrer: 'https://www.acme.example/' } },
  ]); // biome-ignore format: a line of a table
  const payload = { writeKey: 'ws_rules', batch };
  expect((await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload })).statusCode).toBe(200);
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

async function call(method: 'GET' | 'PATCH' | 'POST', path: string, payload?: object) {
  return await spectacle.app.inject({
    method,
    url: `/api/workspaces/ws_rules/${path}`,
    headers: { authorization: 'Bearer sp_rules' },
    ...(payload === undefined ? {} : { payload }),
  });
}

async function preview(channelRules: answers.ChannelRule[]): Promise<answers.RulePreview> {
  const response = await call('POST', 'channelRules/preview', { channelRules });
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
}

async function channels(): Promise<Record<string, number>> {
  const report = (await call('GET', 'reports/attribution?level=person')).json() as answers.AttributionReport;
  return Object.fromEntries(report.rows.map(({ key, visits }) => [key, visits]));
}

const when = (...conditions: [field: string, operator: string, value?: string | undefined][]) =>
  conditions.map(([field, operator, value]) => ({
    field,
    operator,
    ...(value === undefined ? {} : { value }),
  })) as answers.ChannelRule['when'];

/** Which visits a single condition fits. */
test.each([
  ['source', 'is', 'GOOGLE', ['brand', 'generic', 'clicked']],
  ['source', 'is not', 'google', ['partner', 'percent', 'blog', 'direct', 'umlaut']],
  ['source', 'starts with', 'partner_', ['partner']],
  ['source', 'contains', '%', ['percent']],
  ['source', 'contains', 'bücher', ['umlaut']],
  ['source', 'ends with', 'lisbon', ['partner', 'percent']],
  ['medium', 'is', 'cpc', ['brand', 'generic', 'clicked']],
  ['campaign', 'contains', 'brand', ['brand']],
  ['campaign', 'missing', undefined, ['partner', 'percent', 'blog', 'clicked', 'direct', 'umlaut']],
  ['campaign', 'exists', 'whatever', ['brand', 'generic']],
  ['campaign', 'does not contain', 'e', ['partner', 'percent', 'blog', 'clicked', 'direct', 'umlaut']],
  ['term', 'is', 't', ['umlaut']],
  ['content', 'is', 'C', ['umlaut']],
  ['clickId', 'is', 'gclid', ['clicked']],
  ['referrer', 'is', 'news.example', ['blog']],
  ['landingPage', 'ends with', '/blog/a', ['blog']],
  ['landingPage', 'is', 'https://www.acme.example/pricing', ['direct']],
  ['channel', 'is', 'paid search', ['brand', 'generic', 'clicked']],
  ['source', 'contains', "\\' OR 1", []],
] as [string, string, string | undefined, Visit[]][])('%s %s %s', async (field, operator, value, fits) => {
  const { moved, rules, moves } = await preview([{ channel: 'Ours', when: when([field, operator, value]) }]);
  expect([moved, rules]).toEqual([fits.length, [{ channel: 'Ours', visits: fits.length }]]);
  const from = new Map<string, number>();
  for (const id of fits) from.set(visits[id][2], (from.get(visits[id][2]) ?? 0) + 1);
  expect(new Map(moves.map((move) => [move.from, move.visits]))).toEqual(from);
});

const rules: answers.ChannelRule[] = [
  { channel: 'Brand Search', when: when(['channel', 'is', 'Paid Search'], ['campaign', 'starts with', 'brand']) },
  { channel: 'Partners', when: when(['source', 'starts with', 'partner']) },
  { channel: 'Never', when: when(['source', 'starts with', 'partner_']) },
  { channel: 'Paid Search', when: when(['medium', 'is', 'cpc']) },
];

test('a preview says what would move, with examples, and changes nothing', async () => {
  const before = await channels();
  expect(before).toEqual({ 'Paid Search': 3, Referral: 3, Direct: 1, Unassigned: 1 });
  const answer = await preview(rules);
  expect(answer).toMatchObject({
    visits: 8,
    moved: 3,
    moves: [
      { from: 'Referral', to: 'Partners', rule: 2, visits: 2 },
      { from: 'Paid Search', to: 'Brand Search', rule: 1, visits: 1 },
    ],
    channels: [
      { channel: 'Brand Search', before: 0, after: 1 },
      { channel: 'Direct', before: 1, after: 1 },
      { channel: 'Paid Search', before: 3, after: 2 },
      { channel: 'Partners', before: 0, after: 2 },
      { channel: 'Referral', before: 3, after: 1 },
      { channel: 'Unassigned', before: 1, after: 1 },
    ],
    // The first rule that fits counts: the third never gets a visit.
    rules: [
      { channel: 'Brand Search', visits: 1 },
      { channel: 'Partners', visits: 2 },
      { channel: 'Never', visits: 0 },
      { channel: 'Paid Search', visits: 2 },
    ],
  });
  expect(answer.moves[0]?.examples.map(({ messageId }) => messageId)).toEqual(['percent', 'partner']);
  expect(answer.moves[1]?.examples).toEqual([
    {
      messageId: 'brand', timestamp: '2026-04-01T10:00:00.000Z', source: 'google', medium: 'cpc', campaign: 'Brand EU', term: '',
      content: '', clickId: '', referrer: '', landingPage: 'https://www.acme.example/',
    },
  ]); // biome-ignore format: one visit
  expect(await channels()).toEqual(before);
});

test('rules that are set hold for the past, and for spend', async () => {
  await call('POST', 'spend', {
    rows: [{ date: '2026-04-01', source: 'google', medium: 'cpc', campaign: 'Brand EU', amount: 500 }],
  });
  expect((await call('PATCH', 'settings', { channelRules: rules })).statusCode).toBe(200);
  expect(((await call('GET', 'settings')).json() as answers.Settings).channelRules).toEqual(rules);
  expect(await channels()).toEqual({
    'Paid Search': 2,
    Partners: 2,
    'Brand Search': 1,
    Referral: 1,
    Direct: 1,
    Unassigned: 1,
  });
  const report = (await call('GET', 'reports/attribution?level=person')).json() as answers.AttributionReport;
  expect(report.rows.find(({ key }) => key === 'Brand Search')?.spend).toBe(500);

  // From here, the default rules are what would move the visits back.
  const { moves } = await preview([]);
  expect(moves.map(({ from, to, rule, visits }) => [from, to, rule, visits])).toEqual([
    ['Partners', 'Referral', null, 2],
    ['Brand Search', 'Paid Search', null, 1],
  ]);
  await call('PATCH', 'settings', { channelRules: [] });
  expect(await channels()).toEqual({ 'Paid Search': 3, Referral: 3, Direct: 1, Unassigned: 1 });
});

test.each([
  ['no condition', [{ channel: 'X', when: [] }]],
  ['no channel', [{ channel: ' ', when: [{ field: 'source', operator: 'is', value: 'x' }] }]],
  ['nothing to compare with', [{ channel: 'X', when: [{ field: 'source', operator: 'contains', value: ' ' }] }]],
  ['an unknown field', [{ channel: 'X', when: [{ field: 'password', operator: 'is', value: 'x' }] }]],
  ['an unknown operator', [{ channel: 'X', when: [{ field: 'source', operator: 'matches', value: 'x' }] }]],
  [
    'too many rules',
    Array.from({ length: 101 }, () => ({ channel: 'X', when: [{ field: 'source', operator: 'exists' }] })),
  ],
  ['no list', 'Direct'],
])('rules with %s are refused, and the settings stay', async (_what, channelRules) => {
  for (const [method, path] of [['POST', 'channelRules/preview'], ['PATCH', 'settings']] as const) {
    const response = await call(method, path, { channelRules });
    expect([response.statusCode, response.json().code]).toEqual([400, 'bad_request']);
  } // biome-ignore format: two ways
  expect(((await call('GET', 'settings')).json() as answers.Settings).channelRules).toEqual([]);
});

test('a currency or time zone that nobody knows is refused', async () => {
  expect((await call('PATCH', 'settings', { currency: 'XXX-1' })).statusCode).toBe(400);
  expect((await call('PATCH', 'settings', { timeZone: 'Atlantis/Capital' })).statusCode).toBe(400);
});
