import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as answers from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';

/** One customer who was led in by an ad and pays in many currencies; the workspace counts in dollars. */
let directory: string;
let spectacle: Spectacle;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-rates-'));
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: 'ws_rates',
    token: 'sp_rates',
    logLevel: 'error',
  });
  const paid = (id: string, day: string, revenue: number, currency?: string) => ({
    type: 'track', messageId: id, userId: 'u', event: 'Paid', timestamp: `${day}T12:00:00Z`, properties: { revenue, currency, transactionId: id },
  }); // biome-ignore format: a line of a table
  const batch = [
    { type: 'page', messageId: 'visit', anonymousId: 'a', timestamp: '2026-03-01T10:00:00Z', properties: { url: 'https://www.product.example/?utm_source=google&utm_medium=cpc' } },
    { type: 'identify', messageId: 'known', anonymousId: 'a', userId: 'u', timestamp: '2026-03-01T11:00:00Z' },
    { type: 'group', messageId: 'company', userId: 'u', groupId: 'acme', timestamp: '2026-03-01T11:00:00Z' },
    paid('home', '2026-03-02', 700),
    paid('cent', '2026-03-02', 1, 'EUR'),
    paid('back', '2026-03-02', -1, 'EUR'),
    paid('euros', '2026-05-29', 10_000, 'EUR'),
    paid('yen', '2026-05-31', 10_000, 'JPY'),
    paid('dinars', '2026-05-29', 1_500, 'KWD'),
    paid('week', '2026-06-05', 100, 'GBP'),
    paid('later', '2026-06-06', 5_000, 'GBP'),
    // Of two reports of one transaction the first counts, whatever its currency.
    { ...paid('again', '2026-06-07', 999), properties: { revenue: 999, transactionId: 'later' } },
  ]; // biome-ignore format: a story
  const { statusCode } = await spectacle.app.inject({
    method: 'POST',
    url: '/v1/batch',
    payload: { writeKey: 'ws_rates', batch },
  });
  expect(statusCode).toBe(200);
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

async function call<Answer>(
  method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE',
  path: string,
  payload?: string | object,
): Promise<Answer> {
  const type = typeof payload === 'string' ? { 'content-type': 'text/csv' } : {};
  const response = await spectacle.app.inject({
    method,
    url: `/api/workspaces/ws_rates/${path}`,
    headers: { authorization: 'Bearer sp_rates', ...type },
    ...(payload === undefined ? {} : { payload }),
  });
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
}

/** What each payment counts for, and what the report says of the rest. */
async function counted() {
  const journey = await call<answers.Journey>('GET', 'groups/acme/journey');
  const report = await call<answers.AttributionReport>('GET', 'reports/attribution');
  const models = await call<answers.ModelComparison>('GET', 'reports/models?level=person');
  const payments = Object.fromEntries(journey.payments.map(({ messageId, revenue }) => [messageId, revenue]));
  const sum = journey.payments.reduce((sum, { revenue }) => sum + revenue, 0);
  const { groups } = await call<answers.GroupList>('GET', 'groups');
  // Wherever revenue is shown, it is the same.
  expect([journey.revenue, report.total.revenue, models.total.models.w.revenue, groups[0]?.revenue]).toEqual(
    [sum, sum, sum, sum],
  ); // biome-ignore format: one line
  expect(models.unconverted).toEqual(report.unconverted);
  return {
    payments,
    unconverted: report.unconverted.map(({ currency, entries, amount }) => [currency, entries, amount]),
  };
}

test('without rates payments in other currencies do not count, and the reports say which', async () => {
  expect(await counted()).toEqual({
    payments: { home: 700, cent: 0, back: 0, euros: 0, yen: 0, dinars: 0, week: 0, later: 0 },
    unconverted: [['EUR', 3, 10_000], ['GBP', 2, 5_100], ['JPY', 1, 10_000], ['KWD', 1, 1_500]],
  }); // biome-ignore format: a table
  const { rows } = await call<answers.AttributionReport>('GET', 'reports/attribution');
  expect(rows.map(({ key, revenue }) => [key, revenue])).toEqual([['Paid Search', 700]]);
});

test('rates loaded later change what was paid before, each payment at the rate of its day', async () => {
  const ecb = 'Date,USD,JPY,GBP,KWD,\n2026-05-29,1.0873,170.5,0.85,0.3333,\n2026-03-02,1.5,N/A,N/A,N/A,\n';
  expect(await call('PUT', 'rates', ecb)).toEqual({ accepted: 5, changed: 5, rejected: [] });
  expect(await counted()).toEqual({
    payments: {
      home: 700,
      // 1.5 cents, and -1.5: half a cent goes away from zero.
      cent: 2,
      back: -2,
      // 100.00 EUR * 1.0873
      euros: 10_873,
      // A Sunday has Friday's rate: 10,000 JPY / 170.5 * 1.0873 = 63.771... USD
      yen: 6_377,
      // 1.500 KWD / 0.3333 * 1.0873 = 4.8933... USD
      dinars: 489,
      // Seven days later: 1.00 GBP / 0.85 * 1.0873 = 1.2791... USD
      week: 128,
      // Eight days later.
      later: 0,
    },
    unconverted: [['GBP', 1, 5_000]],
  }); // biome-ignore format: a table
  expect(await call('PUT', 'rates', ecb)).toEqual({ accepted: 5, changed: 0, rejected: [] });
});

test('a journey says of each payment what was paid and by which rate it counts', async () => {
  const { payments } = await call<answers.Journey>('GET', 'groups/acme/journey');
  const paid = new Map(payments.map(({ messageId, paid }) => [messageId, paid]));
  expect(paid.get('home')).toBeNull();
  expect(paid.get('euros')).toEqual({ amount: 10_000, currency: 'EUR', rate: 1.0873 });
  expect(paid.get('yen')?.rate).toBeCloseTo(1.0873 / 170.5, 12);
  expect(paid.get('later')).toEqual({ amount: 5_000, currency: 'GBP', rate: null });
});

test('a wrong rate is corrected by loading it again, bad lines do not sink their neighbours', async () => {
  const own = 'date,currency,rate\n2026-06-04,USD,1.1\n2026-06-04,GBP,0.88\n2026-06-04,GBP,free\n,GBP,1\n';
  expect(await call('PUT', 'rates', own)).toEqual({
    accepted: 2,
    changed: 2,
    rejected: [
      { line: 4, code: 'invalid_rate', message: expect.any(String) },
      { line: 5, code: 'invalid_date', message: expect.any(String) },
    ],
  });
  // 50.00 GBP / 0.88 * 1.1 = 62.50 USD; 1.00 GBP of the day before = 1.25
  const { payments, unconverted } = await counted();
  expect([payments.later, payments.week, unconverted]).toEqual([6_250, 125, []]);
  await call('PUT', 'rates', { rates: [{ date: '2026-06-04', currency: 'GBP', rate: 0.8 }] });
  expect((await counted()).payments).toMatchObject({ later: 6_875, week: 138, euros: 10_873 });
});

test('with another currency of the workspace everything is converted into that one', async () => {
  await call('PATCH', 'settings', { currency: 'JPY' });
  const { payments, unconverted } = await counted();
  // 100.00 EUR * 170.5; 1.500 KWD / 0.3333 * 170.5 = 767.3...; what has no currency is now in yen.
  expect(payments).toMatchObject({ home: 700, euros: 17_050, yen: 10_000, dinars: 767 });
  // No yen were worth anything known on 2 March, nor on 6 June.
  expect(unconverted).toEqual([['EUR', 2, 0], ['GBP', 1, 5_000]]); // biome-ignore format: one line
  expect(payments.week).toBe(Math.round(170.5 / 0.8));
  await call('PATCH', 'settings', { currency: 'USD' });
  expect((await counted()).payments).toMatchObject({ later: 6_875, euros: 10_873 });
});

test('ad spend in another currency is converted the same way, and said if it cannot be', async () => {
  await call('POST', 'spend', {
    rows: [
      { date: '2026-05-29', source: 'google', medium: 'cpc', cost: '10.00', currency: 'EUR' },
      { date: '2026-05-30', source: 'google', medium: 'cpc', cost: '1', currency: 'USD' },
      { date: '2026-01-01', source: 'google', medium: 'cpc', cost: '3.00', currency: 'EUR' },
    ],
  });
  const report = await call<answers.AttributionReport>('GET', 'reports/attribution');
  expect(report.total.spend).toBe(1_087 + 100);
  expect(report.rows.find(({ key }) => key === 'Paid Search')?.spend).toBe(1_187);
  expect(report.unconverted).toEqual([{ of: 'spend', currency: 'EUR', entries: 1, amount: 300 }]);
});

test('rates are listed by day, and can be removed', async () => {
  const first = await call<answers.RateList>('GET', 'rates?from=2026-05-01&limit=3');
  expect(first.rates).toEqual([
    { date: '2026-05-29', currency: 'GBP', rate: '0.85' },
    { date: '2026-05-29', currency: 'JPY', rate: '170.5' },
    { date: '2026-05-29', currency: 'KWD', rate: '0.3333' },
  ]);
  const rest = await call<answers.RateList>('GET', `rates?from=2026-05-01&limit=3&cursor=${first.next}`);
  expect(rest.rates.map(({ date, currency, rate }) => [date, currency, rate])).toEqual([
    ['2026-05-29', 'USD', '1.0873'],
    ['2026-06-04', 'GBP', '0.8'],
    ['2026-06-04', 'USD', '1.1'],
  ]);
  await call('DELETE', 'rates?from=2026-06-01&to=2026-06-30');
  expect((await counted()).payments).toMatchObject({ week: 128, later: 0 });
  const { rates } = await call<answers.RateList>('GET', 'rates?from=2026-06-01');
  expect(rates).toEqual([]);
});

test('amounts too large for any report are not converted, and nothing fails', async () => {
  const event = {
    type: 'track', messageId: 'huge', userId: 'v', event: 'Paid', timestamp: '2026-05-29T12:00:00Z',
    properties: { revenue: Number.MAX_SAFE_INTEGER, currency: 'EUR' },
  }; // biome-ignore format: a line of a table
  await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: 'ws_rates', batch: [event] } });
  const report = await call<answers.AttributionReport>('GET', 'reports/attribution?level=person');
  expect(report.unconverted).toContainEqual({
    of: 'revenue',
    currency: 'EUR',
    entries: 1,
    amount: Number.MAX_SAFE_INTEGER,
  });
});

test('a payment that no rate converts stays in the journey of the company, also when others of it do something', async () => {
  const send = async (batch: object[]) => {
    await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: 'ws_rates', batch } });
    await spectacle.projector.settled();
    const { payments } = await call<answers.Journey>('GET', 'groups/globex/journey');
    return payments.map(({ messageId, revenue }) => [messageId, revenue]);
  };
  const member = (userId: string) => ({ type: 'group', messageId: `in-${userId}`, userId, groupId: 'globex' });
  const paid = {
    type: 'track',
    messageId: 'francs',
    userId: 'bob',
    event: 'Paid',
    properties: { revenue: 100, currency: 'XAF' },
  };
  expect(await send([member('carol'), member('bob'), paid])).toEqual([['francs', 0]]);
  const visit = {
    type: 'page',
    messageId: 'carols',
    userId: 'carol',
    properties: { url: 'https://www.product.example/' },
  };
  expect(await send([visit])).toEqual([['francs', 0]]);
});
