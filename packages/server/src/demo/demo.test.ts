import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AttributionReport, GroupList, GroupSummary } from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';
import { places } from './places.ts';
import { sendDemo } from './sendDemo.ts';
import { simulate } from './simulate.ts';

const world = { seed: 11, companies: 12, now: new Date('2026-03-01T12:00:00Z'), days: 365 };
const events = [...simulate(world)];
const workspaceId = 'ws_demo';
const token = 'a-token-of-this-test-only-0123456789';
let directory: string;
let spectacle: Spectacle;
let url: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-demo-'));
  const config = { port: 0, host: '127.0.0.1', store: { directory }, workspaceId, token, logLevel: 'silent' };
  spectacle = await createSpectacle(config);
  url = await spectacle.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await spectacle?.close();
  await rm(directory, { recursive: true, force: true });
});

async function ask<Answer>(path: string): Promise<Answer> {
  await spectacle.projector.covered();
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/workspaces/${workspaceId}/${path}`, { headers });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

const groups = async (): Promise<GroupSummary[]> => (await ask<GroupList>('groups?limit=500&sort=groupId')).groups;

test('every event of the demo is stored without a refusal', async () => {
  expect(await sendDemo({ url, workspaceId, events })).toEqual({ ok: true, stored: events.length, rejected: [] });
});

test('the companies are those that signed up, with the plan they ended with and all the money they paid', async () => {
  const served = await groups();
  const known = new Map(events.flatMap((event) => (event.groupId ? [[event.groupId, event]] : [])));
  expect(served.map(({ groupId }) => groupId).toSorted()).toEqual([...known.keys()].toSorted());

  const paid = events.reduce((sum, event) => sum + Number(event.properties?.revenue ?? 0), 0);
  expect(paid).toBeGreaterThan(0);
  expect(served.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(paid);

  for (const { groupId, traits } of served) {
    const plans = events.flatMap((event) =>
      event.groupId === groupId && event.traits?.plan ? [event.traits.plan] : [],
    );
    expect(traits.plan).toBe(plans.at(-1));
  }
});

test('each visit is known to come from the country that somebody of the demo is in', async () => {
  const { rows, total } = await ask<AttributionReport>('reports/attribution?by=country');
  const from = rows.filter(({ kind }) => kind === 'value');
  expect(from.map(({ key }) => key).toSorted()).toEqual([...new Set(places.map(({ country }) => country))].toSorted());
  expect(from.reduce((sum, { visits }) => sum + visits, 0)).toBe(total.visits);
  expect(from.some(({ revenue }) => revenue > 0)).toBe(true);
});

test('sending it all again changes nothing', async () => {
  const before = await groups();
  expect(await sendDemo({ url, workspaceId, events })).toMatchObject({ ok: true });
  expect(await groups()).toEqual(before);
});
