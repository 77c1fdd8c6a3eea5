import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GroupList, GroupSummary } from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';
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

async function groups(): Promise<GroupSummary[]> {
  await spectacle.projector.covered();
  const path = `/api/workspaces/${workspaceId}/groups?limit=500&sort=groupId`;
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  return ((await response.json()) as GroupList).groups;
}

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

test('sending it all again changes nothing', async () => {
  const before = await groups();
  expect(await sendDemo({ url, workspaceId, events })).toMatchObject({ ok: true });
  expect(await groups()).toEqual(before);
});
