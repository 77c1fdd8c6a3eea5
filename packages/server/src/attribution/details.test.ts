import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as answers from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';
import { knownText } from './knownAnswers.ts';

/** The calls of docs/known-answers, served; their reports are known, so what these are made of must add up to them. */
let directory: string;
let spectacle: Spectacle;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-details-'));
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: 'ws_known',
    token: 'sp_known',
    logLevel: 'error',
  });
  const settings = JSON.parse(knownText('settings.json'));
  await spectacle.workspaces.change('ws_known', { ...settings, membership: 'history', timeZone: 'Europe/Berlin' });
  const batch = knownText('events.ndjson').split('\n').map((line) => JSON.parse(line)); // biome-ignore format: a chain
  await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: 'ws_known', batch } });
  await spectacle.projector.settled();
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

async function ask<Answer>(path: string, params: Record<string, string>): Promise<Answer> {
  const response = await spectacle.app.inject({
    url: `/api/workspaces/ws_known/reports/${path}?${new URLSearchParams(params)}`,
    headers: { authorization: 'Bearer sp_known' },
  });
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
}

const range = { from: '2023-02-03', to: '2023-04-20' };
const questions: [string, Record<string, string>][] = [
  ['of companies, dated at the visit', { level: 'group', model: 'w', dating: 'cohort', ...range }],
  ['of companies, dated at the conversion', { level: 'group', model: 'w', dating: 'conversion', ...range }],
  ['of people, of all time', { level: 'person', model: 'linear' }],
  ['of people by a trait, dated at the conversion', { level: 'person', model: 'timeDecay', by: 'traits.plan', dating: 'conversion', ...range }],
  ['under Markov by landing page', { level: 'group', model: 'markov', by: 'landingPage', ...range }],
  ['of companies by country', { level: 'group', model: 'position', by: 'country' }],
]; // biome-ignore format: a table

test.each(questions)('the journeys behind each row add up to it: %s', async (_, question) => {
  const report = await ask<answers.AttributionReport>('attribution', question);
  const values = report.rows.filter(({ kind }) => kind === 'value');
  expect(values.some(({ revenue }) => revenue > 0)).toBe(true);
  for (const row of values) {
    const behind = await ask<answers.JourneysBehind>('journeys', { ...question, key: row.key });
    expect(behind.total.revenue, row.key).toBe(row.revenue);
    expect(behind.total.leads, row.key).toBe(row.leads);
    expect(behind.total.customers, row.key).toBe(row.customers);
    expect(behind.journeys.length, row.key).toBe(behind.total.journeys);
    expect(behind.journeys.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(row.revenue);
  }
});

test.each(questions)('the periods add up to the report: %s', async (_, question) => {
  const report = await ask<answers.AttributionReport>('attribution', question);
  const bucket = question.dating === 'conversion' ? 'day' : 'week';
  const { rows } = await ask<answers.AttributionOverTime>('attribution/overTime', { ...question, bucket });
  expect(rows.length).toBeGreaterThan(0);
  for (const { key, kind, visits, leads, customers, revenue } of report.rows) {
    const own = rows.filter((row) => row.key === key && row.kind === kind);
    const sum = (measure: 'visits' | 'leads' | 'customers' | 'revenue') =>
      own.reduce((all, row) => all + row[measure], 0);
    expect({ visits: sum('visits'), revenue: sum('revenue') }, key).toEqual({ visits, revenue });
    expect(sum('leads'), key).toBeCloseTo(leads, 7);
    expect(sum('customers'), key).toBeCloseTo(customers, 7);
  }
});

test('each period is the report of its days, also where a payment is divided that came in several of them', async () => {
  const question = { level: 'group', model: 'w', dating: 'conversion' };
  const { rows } = await ask<answers.AttributionOverTime>('attribution/overTime', { ...question, bucket: 'month' });
  const months = [...new Set(rows.map(({ period }) => period))];
  expect(months.length).toBeGreaterThan(2);
  for (const month of months.slice(0, 4)) {
    const from = new Date(month);
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
    const report = await ask<answers.AttributionReport>('attribution', { ...question, from: month, to });
    const own = rows.filter(({ period }) => period === month);
    const parts = ({ key, visits, leads, customers, revenue }: (typeof own)[number]) =>
      [key, visits, leads, customers, revenue] as const;
    const earning = report.rows.filter(
      ({ visits, leads, revenue, customers }) => visits || leads || revenue || customers,
    );
    const shown = earning.map(({ key, visits, leads, customers, revenue }) => [key, visits, leads, customers, revenue]);
    expect(own.map(parts).toSorted(), month).toEqual(shown.toSorted());
  }
});

test('a list of journeys goes on where its page ended, and names what it counts', async () => {
  const question = { level: 'group', model: 'linear', key: 'Direct' };
  const whole = await ask<answers.JourneysBehind>('journeys', question);
  expect(whole.journeys.length).toBeGreaterThan(1);
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: answers.JourneysBehind = await ask('journeys', { ...question, limit: '1', ...(cursor && { cursor }) });
    ids.push(...page.journeys.map(({ id }) => id));
    expect(page.total).toEqual(whole.total);
    cursor = page.next;
  }
  expect(ids).toEqual(whole.journeys.map(({ id }) => id));
  for (const { visits, visitsInAll, channels } of whole.journeys) {
    expect(channels).toHaveLength(visitsInAll);
    expect(channels.filter((channel) => channel === 'Direct')).toHaveLength(visits);
  }
});

test('of many values those that have most stand alone over time, and the others are one', async () => {
  const question = { level: 'group', model: 'linear', measure: 'visits', bucket: 'month' };
  const all = await ask<answers.AttributionOverTime>('attribution/overTime', question);
  const some = await ask<answers.AttributionOverTime>('attribution/overTime', { ...question, limit: '1' });
  const visits = ({ rows }: answers.AttributionOverTime) => rows.reduce((sum, row) => sum + row.visits, 0);
  expect(new Set(some.rows.map(({ kind }) => kind))).toEqual(new Set(['value', 'other', 'unattributed']));
  expect(visits(some)).toBe(visits(all));
});
