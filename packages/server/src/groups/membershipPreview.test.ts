import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GroupList, MembershipPreview } from '../api/answers.ts';
import { knownText } from '../attribution/knownAnswers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';

let directory: string;
let spectacle: Spectacle;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-membership-'));
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: 'ws_moving',
    token: 'sp_moving',
    logLevel: 'error',
  });
  await spectacle.workspaces.change('ws_moving', JSON.parse(knownText('settings.json')));
  const known = knownText('events.ndjson').split('\n').map((line) => JSON.parse(line)); // biome-ignore format: a chain
  await send([...known, ...moving]);
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

const at = (day: number) => new Date(Date.UTC(2023, 4, day)).toISOString();
const page = (messageId: string, day: number, more: object = {}) => ({
  type: 'page',
  messageId,
  userId: 'mover',
  anonymousId: `device-${day}`,
  timestamp: at(day),
  properties: { url: `https://site.example/?utm_source=${messageId}` },
  ...more,
});

/** Somebody who goes from one company to another and back, acts for a third, pays in one of them, and had read before. */
const moving: object[] = [
  page('m1', 1),
  { type: 'group', messageId: 'm2', userId: 'mover', groupId: 'first', timestamp: at(2) },
  { type: 'track', messageId: 'm3', userId: 'mover', event: 'Paid', timestamp: at(3), properties: { revenue: 500, transactionId: 'm3' } },
  { type: 'group', messageId: 'm4', userId: 'mover', groupId: 'second', timestamp: at(4) },
  page('m5', 5),
  page('m6', 6, { context: { groupId: 'first' } }),
  { type: 'group', messageId: 'm7', userId: 'mover', groupId: 'third', timestamp: at(7) },
  { type: 'group', messageId: 'm8', userId: 'stayer', groupId: 'second', timestamp: at(8) },
]; // biome-ignore format: a table

async function send(batch: object[]) {
  const payload = { writeKey: 'ws_moving', batch };
  const { statusCode } = await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload });
  expect(statusCode).toBe(200);
  await spectacle.projector.settled();
}

async function ask<Answer>(path: string, method: 'GET' | 'PATCH' = 'GET', payload?: object): Promise<Answer> {
  const url = `/api/workspaces/ws_moving/${path}`;
  const headers = { authorization: 'Bearer sp_moving' };
  const response = await spectacle.app.inject({ method, url, headers, ...(payload && { payload }) });
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
}

/** The numbers of every company, as they are derived. */
async function derived() {
  const { groups } = await ask<GroupList>('groups?limit=1000&sort=groupId');
  return new Map(
    groups.map(({ groupId, events, visits, revenue, lead, customer }) => [
      groupId,
      { events, visits, revenue, lead, customer },
    ]),
  );
}

test('the preview says of each company what deriving it in the other mode says, and names no other', async () => {
  const before = await ask<MembershipPreview>('settings/membership');
  const current = await derived();
  await ask('settings', 'PATCH', { membership: 'history' });
  const history = await derived();
  const differing = [...current.keys()].filter(
    (id) => JSON.stringify(current.get(id)) !== JSON.stringify(history.get(id)),
  );
  expect(differing).toEqual(expect.arrayContaining(['first', 'second', 'third']));
  expect(before.groups.map(({ groupId }) => groupId).toSorted()).toEqual(differing.toSorted());
  expect(before).toMatchObject({ membership: 'current', companies: current.size, changed: differing.length });
  for (const group of before.groups) {
    expect(group.current, group.groupId).toEqual(current.get(group.groupId));
    expect(group.history, group.groupId).toEqual(history.get(group.groupId));
  }
  // Asked in the other mode, it says the same the other way round.
  expect(await ask<MembershipPreview>('settings/membership')).toEqual({ ...before, membership: 'history' });
});
