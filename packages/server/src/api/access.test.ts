import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';
import { createToken } from '../workspaces/tokens.ts';

let directory: string;
let spectacle: Spectacle;
let reader: string;

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
  reader = await createToken(spectacle.store.intake, { workspaceId: 'ws_mine', role: 'read' });
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

test('a read token changes nothing', async () => {
  expect((await ask('/api/workspaces/ws_mine/groups', bearer(reader))).statusCode).toBe(200);
  for (const [method, path] of [
    ['PATCH', 'settings'],
    ['DELETE', 'people/user:u'],
    ['DELETE', 'groups/mine'],
    ['POST', 'rebuild'],
  ] as const) {
    expect([path, (await ask(`/api/workspaces/ws_mine/${path}`, bearer(reader), method)).statusCode]).toEqual([
      path,
      403,
    ]);
  }
});

test('a session is a cookie that scripts cannot read, and dies with the log-out', async () => {
  const login = await spectacle.app.inject({ method: 'POST', url: '/api/session', payload: { token: 'sp_mine' } });
  expect(login.json()).toEqual({
    workspaceId: 'ws_mine',
    role: 'owner',
    rights: ['read', 'change', 'administer'],
    account: null,
    workspaces: [{ workspaceId: 'ws_mine', role: 'owner' }],
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
