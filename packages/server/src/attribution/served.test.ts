import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as answers from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';
import { createToken } from '../workspaces/tokens.ts';
import { knownText, knownNumber as number, knownTable as table } from './knownAnswers.ts';
import { models } from './models.ts';

/** The calls of docs/known-answers, sent to two workspaces of a real server: one for each membership mode. */
const workspaceOf = { current: 'ws_current', history: 'ws_history' } as const;
type Mode = keyof typeof workspaceOf;

let directory: string;
let spectacle: Spectacle;
const tokens = new Map<Mode, string>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-attribution-'));
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: workspaceOf.current,
    token: 'sp_known',
    logLevel: 'error',
  });
  await spectacle.workspaces.create(workspaceOf.history);
  const batch = knownText('events.ndjson').split('\n').map((line) => JSON.parse(line)); // biome-ignore format: a chain
  for (const membership of ['current', 'history'] as const) {
    const workspaceId = workspaceOf[membership];
    await spectacle.workspaces.change(workspaceId, { ...JSON.parse(knownText('settings.json')), membership });
    tokens.set(membership, await createToken(spectacle.store.intake, { workspaceId, role: 'read' }));
    const payload = { writeKey: workspaceId, batch };
    const { statusCode } = await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload });
    expect(statusCode).toBe(200);
  }
  await spectacle.projector.settled();
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

async function ask<Answer>(membership: Mode, path: string): Promise<Answer> {
  const response = await spectacle.app.inject({
    url: `/api/workspaces/${workspaceOf[membership]}/${path}`,
    headers: { authorization: `Bearer ${tokens.get(membership)}` },
  });
  expect(response.statusCode, `${path}: ${response.body}`).toBe(200);
  return response.json();
}

const countries = new Map(table('visits.csv').map(({ visit = '', country = '' }) => [visit, country]));

const worlds = [
  ['group', 'current'],
  ['group', 'history'],
  ['person', 'current'],
] as const;

test.each(models)('every report by channel under %s is the known one', async (model) => {
  for (const [level, membership] of worlds) {
    for (const dating of ['cohort', 'conversion']) {
      for (const [from, to] of [
        ['', ''],
        ['2023-02-01', '2023-04-30'],
      ]) {
        // biome-ignore format: two ranges
        const range = from === '' ? '' : `&from=${from}&to=${to}`;
        const report = await ask<answers.AttributionReport>(
          membership,
          `reports/attribution?level=${level}&model=${model}&dating=${dating}${range}`,
        );
        const where = `${level}, ${membership}, ${dating}${range}`;
        const expected = table('reports.csv').filter(
          (row) =>
            row.level === level &&
            row.membership === membership &&
            row.dating === dating &&
            row.from === from &&
            row.model === model,
        );
        const found = new Map(report.rows.map((row) => [row.key, row]));
        expect([...found.keys()].sort(), where).toEqual(expected.map(({ channel }) => channel).sort());
        for (const row of expected) {
          const { visitors, visits, leads, customers, revenue } = found.get(row.channel ?? '') ?? {};
          expect({ visitors, visits, revenue }, `${where}: ${row.channel}`).toEqual({
            visitors: Number(row.visitors),
            visits: Number(row.visits),
            revenue: Number(row.revenue),
          });
          expect(leads, where).toBeCloseTo(number(row.leads), 7);
          expect(customers, where).toBeCloseTo(number(row.customers), 7);
        }
        expect(report.total.revenue).toBe(report.rows.reduce((sum, row) => sum + row.revenue, 0));
      }
    }
  }
});

test('every journey explains every cent', async () => {
  for (const [level, membership] of worlds) {
    const journeys = table('journeys.csv').filter((row) => row.level === level && row.membership === membership);
    for (const { id = '', cutoff, identified, visits, payments } of journeys) {
      const path = level === 'group' ? `groups/${id}/journey` : `people/${encodeURIComponent(id)}/journey`;
      const journey = await ask<answers.Journey>(membership, path);
      const where = `${level}, ${membership}, ${id}`;
      expect(journey.cutoff?.timestamp ?? '', where).toBe(cutoff);
      expect(journey.identified ?? '', where).toBe(identified);
      expect(journey.visits.map(({ messageId }) => messageId).join(' '), where).toBe(visits);
      expect(journey.payments.map(({ messageId }) => messageId).join(' '), where).toBe(payments);
      expect(
        journey.visits.map(({ country }) => country),
        where,
      ).toEqual(journey.visits.map(({ messageId }) => countries.get(messageId)));
      const shares = table('shares.csv').filter(
        (row) => row.level === level && row.membership === membership && row.id === id,
      );
      const money = table('revenue.csv').filter(
        (row) => row.level === level && row.membership === membership && row.id === id,
      );
      for (const [i, { credit, messageId }] of journey.visits.entries()) {
        for (const model of models) {
          const at = `${where}, ${messageId}, ${model}`;
          expect(credit[model].share, at).toBeCloseTo(number(shares[i]?.[model]), 7);
          expect(credit[model].revenue, at).toBe(Number(money[i]?.[model] ?? 0));
        }
      }
    }
  }
});

test('a report by country adds up what the visits from there have earned, by country if known', async () => {
  for (const [level, membership] of worlds) {
    const { rows, total } = await ask<answers.ModelComparison>(membership, `reports/models?level=${level}&by=country`);
    const ofWorld = (row: Record<string, string>) => row.level === level && row.membership === membership;
    const where = `${level}, ${membership}`;
    const known = [...new Set(countries.values())].map((country) => country || '(not set)');
    expect(rows.map(({ key }) => key).sort(), where).toEqual([...known, 'Unattributed'].sort());
    for (const { key, kind, visits, models: earned } of rows.filter(({ kind }) => kind === 'value')) {
      const here = (visit = '') => (countries.get(visit) || '(not set)') === key;
      expect(visits, `${where}, ${key}, ${kind}`).toBe([...countries.keys()].filter(here).length);
      const money = table('revenue.csv').filter((row) => ofWorld(row) && here(row.visit));
      for (const model of models) {
        const cents = money.reduce((sum, row) => sum + Number(row[model]), 0);
        expect(earned[model].revenue, `${where}, ${key}, ${model}`).toBe(cents);
      }
    }
    expect(total.models.linear.revenue).toBe(181_100);
  }
});

test('a company that is visited from two countries has earned its money in both, and where it is not known', async () => {
  // Alpha has paid 1,240.00: 248.00 for each of its five visits. Ada's three are from Germany, Tom says the United States, Pia's clock
  // runs by UTC.
  const { visits } = await ask<answers.Journey>('current', 'groups/alpha/journey');
  const earned = (from: string) =>
    visits.filter(({ country }) => country === from).reduce((sum, { credit }) => sum + credit.linear.revenue, 0);
  expect([earned('DE'), earned('US'), earned('')]).toEqual([74_400, 24_800, 24_800]);
  const behind = await ask<answers.JourneysBehind>(
    'current',
    'reports/journeys?level=group&model=linear&by=country&key=DE',
  );
  expect(behind.journeys).toMatchObject([{ id: 'alpha', visits: 3, visitsInAll: 5, revenue: 74_400 }]);
});

test('what a visit earns under Markov follows from all journeys, also from one that comes later', async () => {
  const sharesOf = async () => {
    const { visits } = await ask<answers.Journey>('current', 'groups/alpha/journey');
    return new Map(visits.map(({ channel, credit }) => [channel, credit.markov.share]));
  };
  const before = await sharesOf();
  const who = { anonymousId: 'late-browser', userId: 'late' };
  const url = 'https://www.product.example/?utm_source=newsletter&utm_medium=email';
  const batch = [
    { type: 'page', messageId: 'late-1', timestamp: '2023-03-01T10:00:00Z', ...who, properties: { url } },
    { type: 'group', messageId: 'late-2', timestamp: '2023-03-01T10:01:00Z', ...who, groupId: 'late' },
    { type: 'track', messageId: 'late-3', timestamp: '2023-03-01T10:02:00Z', ...who, event: 'Demo Booked' },
  ];
  const payload = { writeKey: workspaceOf.current, batch };
  expect((await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload })).statusCode).toBe(200);
  await spectacle.projector.settled();

  const after = await sharesOf();
  expect(after.get('Email')).toBeGreaterThan(before.get('Email') ?? 1);
  const { effects } = await ask<answers.AttributionReport>('current', 'reports/attribution?level=group&model=markov');
  const ofJourney = effects.filter(({ channel }) => after.has(channel));
  const sum = ofJourney.reduce((all, { effect }) => all + effect, 0);
  for (const { channel, effect } of ofJourney) expect(after.get(channel)).toBeCloseTo(effect / sum, 7);
});
