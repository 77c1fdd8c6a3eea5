import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as answers from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';

let directory: string;
let spectacle: Spectacle;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-spend-'));
  const store = { directory };
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store,
    workspaceId: 'ws_spend',
    token: 'sp_spend',
    logLevel: 'error',
  });
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

async function call<Answer>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  payload?: string | object,
  type?: string,
): Promise<Answer> {
  const headers = { authorization: 'Bearer sp_spend', ...(type === undefined ? {} : { 'content-type': type }) };
  const url = `/api/workspaces/ws_spend/${path}`;
  const response = await spectacle.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
}

const csv = `date,source,medium,campaign,cost,currency
2026-03-01,google,cpc,brand,10.00,
2026-03-01,google,cpc,generic,20.50,USD
2026-03-02,linkedin,paid,,7.25,
2026-03-03,google,cpc,brand,not a number,
2026-04-01,google,cpc,brand,99.00,
`;

test('a bad line does not sink its neighbours, and the same file sent again changes nothing', async () => {
  const verdict = { accepted: 4, rejected: [{ line: 5, code: 'invalid_amount', message: expect.any(String) }] };
  expect(await call('POST', 'spend', csv, 'text/csv')).toEqual(verdict);
  expect(await call('POST', 'spend', csv, 'text/csv')).toEqual(verdict);
  const { spend, next } = await call<answers.SpendList>('GET', 'spend?limit=3');
  expect(spend.map((row) => [row.date, row.source, row.campaign, row.amount])).toEqual([
    ['2026-03-01', 'google', 'brand', 1000],
    ['2026-03-01', 'google', 'generic', 2050],
    ['2026-03-02', 'linkedin', '', 725],
  ]);
  const rest = await call<answers.SpendList>('GET', `spend?limit=3&cursor=${next}`);
  expect(rest.spend.map((row) => [row.date, row.amount])).toEqual([['2026-04-01', 9900]]);
});

test('spend is divided by nothing: all of a range is in the report, with cost per customer and return', async () => {
  const at = (time: string) => `2026-03-${time}Z`;
  const page = (id: string, who: string, time: string, query: string) => ({
    type: 'page', messageId: id, anonymousId: who, timestamp: at(time), properties: { url: `https://www.product.example/?${query}` },
  }); // biome-ignore format: a line of a table
  const batch = [
    page('p1', 'a', '02T10:00:00', 'utm_source=google&utm_medium=cpc&utm_campaign=brand'),
    page('p2', 'b', '02T11:00:00', 'utm_source=linkedin&utm_medium=paid'),
    page('p3', 'c', '02T12:00:00', 'utm_source=newsletter&utm_medium=email'),
    ...['a', 'b', 'c'].map((who) => ({ type: 'identify', messageId: `i-${who}`, anonymousId: who, userId: who, timestamp: at('05T10:00:00') })),
    { type: 'track', messageId: 't1', userId: 'a', event: 'Paid', timestamp: at('06T10:00:00'), properties: { revenue: 6100 } },
    { type: 'track', messageId: 't2', userId: 'c', event: 'Paid', timestamp: at('06T10:00:00'), properties: { revenue: 400 } },
  ]; // biome-ignore format: a story
  await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: 'ws_spend', batch } });

  const report = await call<answers.AttributionReport>(
    'GET',
    'reports/attribution?level=person&from=2026-03-01&to=2026-03-31',
  );
  const rows = report.rows.map(({ key, revenue, customers, spend, cac, roas }) => [
    key,
    revenue,
    customers,
    spend,
    cac,
    roas,
  ]);
  expect(rows).toEqual([
    ['Paid Search', 6100, 1, 3050, 3050, 2],
    ['Email', 400, 1, null, null, null],
    ['Paid Social', 0, 0, 725, null, 0],
  ]);
  expect(report.total).toMatchObject({ spend: 3775, revenue: 6500, customers: 2, cac: 1887.5, ltv: 3250 });

  const campaigns = await call<answers.AttributionReport>(
    'GET',
    'reports/attribution?level=person&by=campaign&to=2026-03-31',
  );
  expect(campaigns.rows.map(({ key, spend }) => [key, spend])).toEqual([
    ['brand', 1000],
    ['(not set)', 725],
    ['generic', 2050],
  ]);
  // Ads have no landing page: what they cost is in the total alone.
  const pages = await call<answers.AttributionReport>(
    'GET',
    'reports/attribution?level=person&by=landingPage&to=2026-03-31',
  );
  expect(pages.rows.map(({ spend }) => spend)).toEqual([null]);
  expect(pages.total.spend).toBe(3775);
});

test('a row sent again replaces the one before, and days can be removed', async () => {
  const row = { date: '2026-03-02', source: 'linkedin', medium: 'paid', amount: 800 };
  expect(await call('POST', 'spend', { rows: [row, 'nonsense'] })).toEqual({
    accepted: 1,
    rejected: [{ line: 2, code: 'not_an_object', message: expect.any(String) }],
  });
  const total = async () =>
    (await call<answers.AttributionReport>('GET', 'reports/attribution?to=2026-03-31')).total.spend;
  expect(await total()).toBe(3850);
  await call('DELETE', 'spend?from=2026-03-01&to=2026-03-31');
  expect(await total()).toBeNull();
});
