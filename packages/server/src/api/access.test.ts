import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';
import { may } from '../workspaces/roles.ts';
import { createToken } from '../workspaces/tokens.ts';
import { guard } from './guard.ts';
import { rights } from './rights.ts';

let directory: string;
let spectacle: Spectacle;
const tokens = { viewer: 'sp_reads', member: 'sp_writes' };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-access-'));
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: 'ws_mine',
    token: 'sp_mine',
    logLevel: 'silent',
  });
  await spectacle.workspaces.create('ws_theirs');
  await createToken(spectacle.store.intake, { workspaceId: 'ws_theirs', role: 'admin' }, 'sp_theirs');
  await createToken(spectacle.store.intake, { workspaceId: 'ws_mine', role: 'write' }, tokens.member);
  await createToken(spectacle.store.intake, { workspaceId: 'ws_mine', role: 'read' }, tokens.viewer);
  for (const [writeKey, groupId] of [
    ['ws_mine', 'mine'],
    ['ws_theirs', 'theirs'],
  ]) {
    const payload = { writeKey, userId: 'u', groupId };
    expect((await spectacle.app.inject({ method: 'POST', url: '/g', payload })).statusCode).toBe(200);
  }
  await spectacle.projector.settled();
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'PATCH' | 'DELETE' | 'POST' = 'GET') =>
  spectacle.app.inject({ method, url, headers, ...(method === 'PATCH' ? { payload: { currency: 'EUR' } } : {}) });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const paths = [
  'groups',
  'groups/mine',
  'groups/mine/members',
  'groups/mine/timeline',
  'groups/mine/traits',
  'people',
  'people/user:u',
  'people/user:u/timeline',
  'people/user:u/memberships',
  'people/user:u/identity',
  'events',
  'settings',
  'installation',
];

test('reading needs a token; the write key opens nothing', async () => {
  for (const path of paths) {
    const url = `/api/workspaces/ws_mine/${path}`;
    expect([path, (await ask(url)).statusCode]).toEqual([path, 401]);
    expect((await ask(url, bearer('ws_mine'))).statusCode).toBe(401);
    expect((await ask(url, { authorization: `Basic ${Buffer.from('ws_mine:').toString('base64')}` })).statusCode).toBe(
      401,
    );
    expect([path, (await ask(url, bearer('sp_mine'))).statusCode]).toEqual([path, 200]);
  }
});

test('workspaces cannot see each other', async () => {
  for (const path of paths) {
    expect((await ask(`/api/workspaces/ws_mine/${path}`, bearer('sp_theirs'))).statusCode).toBe(403);
  }
  const { groups } = (await ask('/api/workspaces/ws_theirs/groups', bearer('sp_theirs'))).json();
  expect(groups.map((group: { groupId: string }) => group.groupId)).toEqual(['theirs']);
  expect((await ask('/api/workspaces/ws_theirs/groups/mine', bearer('sp_theirs'))).statusCode).toBe(404);
});

test('a session is a cookie that scripts cannot read, and dies with the log-out', async () => {
  const login = await spectacle.app.inject({ method: 'POST', url: '/api/session', payload: { token: 'sp_mine' } });
  expect(login.json()).toEqual({
    workspaceId: 'ws_mine',
    role: 'owner',
    rights: ['read', 'change', 'administer'],
    account: null,
    workspaces: [{ workspaceId: 'ws_mine', name: '', role: 'owner' }],
    hasEvents: true,
  });
  const [cookie] = login.cookies;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(cookie?.value).not.toBe('sp_mine');
  const headers = { cookie: `${cookie?.name}=${cookie?.value}`, 'sec-fetch-site': 'same-origin' };
  expect((await ask('/api/workspaces/ws_mine/groups', headers)).statusCode).toBe(200);
  expect((await ask('/api/session', headers, 'DELETE')).statusCode).toBe(204);
  expect((await ask('/api/workspaces/ws_mine/groups', headers)).statusCode).toBe(401);
  const wrong = await spectacle.app.inject({ method: 'POST', url: '/api/session', payload: { token: 'sp_wrong' } });
  expect(wrong.statusCode).toBe(401);
});

test('the OpenAPI document describes every question of a workspace, with its answer', async () => {
  const { paths: described } = (await ask('/api/openapi.json')).json();
  const documented = Object.keys(described);
  for (const path of paths) {
    const template = `/api/workspaces/{ws}/${path.replace('mine', '{groupId}').replace('user:u', '{personId}')}`;
    expect(documented).toContain(template);
    expect([template, typeof described[template].get.responses['200'].content['application/json'].schema]).toEqual([
      template,
      'object',
    ]);
    expect(described[template].get.summary).toBeTruthy();
  }
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
  for (const route of rights.keys()) {
    if (!route.includes(':ws')) continue;
    expect([route, await turnedAway(route, 'sp_mine', 'ws_theirs')]).toEqual([route, 403]);
  }
});

test('a viewer reads, a member also changes, an owner also administers', async () => {
  for (const role of ['viewer', 'member'] as const) {
    for (const [route, needed] of rights) {
      if (needed === 'anyone' || needed === 'logged in' || may(role, needed)) continue;
      expect([role, route, await turnedAway(route, tokens[role])]).toEqual([role, route, 403]);
    }
  }
  expect(await turnedAway('DELETE /api/workspaces/:ws/spend', tokens.member)).toBeUndefined();
  expect(await turnedAway('GET /api/workspaces/:ws/groups', tokens.viewer)).toBeUndefined();
  expect(await turnedAway('DELETE /api/workspaces/:ws/groups/:groupId', 'sp_mine')).toBeUndefined();
});
