import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';
import { may, type roles } from '../workspaces/roles.ts';
import { createToken } from '../workspaces/tokens.ts';
import { guard } from './guard.ts';
import { rights } from './rights.ts';

let directory: string;
let spectacle: Spectacle;
const tokens = { viewer: 'sp_reads', member: 'sp_writes', owner: 'sp_owns' };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-rights-'));
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: 'ws_mine',
    token: tokens.owner,
    logLevel: 'silent',
  });
  await createToken(spectacle.store.intake, { workspaceId: 'ws_mine', role: 'write' }, tokens.member);
  await createToken(spectacle.store.intake, { workspaceId: 'ws_mine', role: 'read' }, tokens.viewer);
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What is answered before the route itself is reached; undefined if it is reached. */
async function turnedAway(route: string, token?: string, workspaceId = 'ws_mine') {
  const [method, path = ''] = route.split(' ') as [Method, string];
  const url = path.replace(':ws', workspaceId).replace(':id', '0'.repeat(12)).replace(/:\w+/, 'x');
  const headers = { ...(token && { authorization: `Bearer ${token}` }) };
  const { statusCode } = await spectacle.app.inject({ method, url, headers });
  return statusCode === 401 || statusCode === 403 ? statusCode : undefined;
}

test('what stands in the table is a route, and a route that does not stand there keeps the server from starting', () => {
  for (const route of rights.keys()) {
    const [method, url = ''] = route.split(' ') as [Method, string];
    expect([route, spectacle.app.hasRoute({ method, url })]).toEqual([route, true]);
  }
  const app = Fastify();
  guard(app, async () => undefined);
  expect(() => app.get('/api/secrets', () => 'everything')).toThrow('Say in rights.ts what "GET /api/secrets" needs.');
});

test('without a log-in only what is for anyone is open', async () => {
  for (const [route, needed] of rights) {
    if (needed !== 'anyone') expect([route, await turnedAway(route)]).toEqual([route, 401]);
  }
});

test('nobody is let into another workspace, whatever they are in their own', async () => {
  await spectacle.workspaces.create('ws_theirs');
  for (const route of rights.keys()) {
    if (!route.includes(':ws')) continue;
    expect([route, await turnedAway(route, tokens.owner, 'ws_theirs')]).toEqual([route, 403]);
  }
});

test('a viewer reads, a member also changes, an owner also administers', async () => {
  const open = (role: (typeof roles)[number]) => [...rights].filter(([, needed]) => needed !== 'anyone' && needed !== 'logged in' && may(role, needed)); // biome-ignore format: one thought
  expect(open('viewer').length).toBeLessThan(open('member').length);
  expect(open('member').length).toBeLessThan(open('owner').length);
  for (const role of ['viewer', 'member'] as const) {
    for (const [route, needed] of rights) {
      if (needed === 'anyone' || needed === 'logged in' || may(role, needed)) continue;
      expect([role, route, await turnedAway(route, tokens[role])]).toEqual([role, route, 403]);
    }
  }
  expect(await turnedAway('DELETE /api/workspaces/:ws/spend', tokens.member)).toBeUndefined();
  expect(await turnedAway('GET /api/workspaces/:ws/groups', tokens.viewer)).toBeUndefined();
  expect(await turnedAway('DELETE /api/workspaces/:ws/groups/:groupId', tokens.owner)).toBeUndefined();
});
