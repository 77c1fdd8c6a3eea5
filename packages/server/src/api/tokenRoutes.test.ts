import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';

let directory: string;
let spectacle: Spectacle;
const admin = 'sp_admin_of_the_first';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-tokens-'));
  const config = { port: 0, host: '127.0.0.1', store: { directory }, token: admin, logLevel: 'silent' };
  spectacle = await createSpectacle({ ...config, workspaceId: 'ws_first' });
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

type Method = 'GET' | 'POST' | 'DELETE';

async function ask(token: string, method: Method, path: string, payload?: object) {
  const headers = { authorization: `Bearer ${token}` };
  const response = await spectacle.app.inject({
    method,
    url: `/api/workspaces${path}`,
    headers,
    ...(payload && { payload }),
  });
  return { status: response.statusCode, ...response.json() };
}

async function makeToken(role: 'read' | 'admin', name = '') {
  return (await ask(admin, 'POST', '/ws_first/tokens', { role, name })) as unknown as { id: string; token: string };
}

test('a token is shown once, listed by its id, and opens what its role allows', async () => {
  const made = await makeToken('read', ' Grafana ');
  expect(made).toMatchObject({ status: 201, role: 'read', name: 'Grafana', token: expect.stringMatching(/^sp_/) });
  const { tokens } = await ask(admin, 'GET', '/ws_first/tokens');
  expect(tokens).toContainEqual({ id: made.id, role: 'read', name: 'Grafana', createdAt: expect.stringMatching(/Z$/) });
  expect(JSON.stringify(tokens)).not.toContain(made.token);
  expect(await ask(made.token, 'GET', '/ws_first/groups')).toMatchObject({ status: 200 });
  expect(await ask(made.token, 'GET', '/ws_first/tokens')).toMatchObject({ status: 403 });
  expect(await ask(made.token, 'POST', '/ws_first/tokens', { role: 'admin' })).toMatchObject({ status: 403 });
});

test('a revoked token opens nothing any more, nor does a log-in that was made with it', async () => {
  const { id, token } = await makeToken('read');
  const login = await spectacle.app.inject({ method: 'POST', url: '/api/session', payload: { token } });
  const cookies = Object.fromEntries(login.cookies.map(({ name, value }) => [name, value]));
  const session = () => spectacle.app.inject({ url: '/api/session', cookies });
  expect((await session()).statusCode).toBe(200);
  expect(await ask(admin, 'DELETE', `/ws_first/tokens/${id}`)).toMatchObject({ status: 200, id });
  expect(await ask(token, 'GET', '/ws_first/groups')).toMatchObject({ status: 401 });
  expect((await session()).statusCode).toBe(401);
  expect(await ask(admin, 'DELETE', `/ws_first/tokens/${id}`)).toMatchObject({ status: 404, code: 'not_found' });
});

test('logging out ends that log-in only', async () => {
  const { token } = await makeToken('read');
  const login = await spectacle.app.inject({ method: 'POST', url: '/api/session', payload: { token } });
  const cookies = Object.fromEntries(login.cookies.map(({ name, value }) => [name, value]));
  const headers = { 'sec-fetch-site': 'same-origin' };
  await spectacle.app.inject({ method: 'DELETE', url: '/api/session', cookies, headers });
  expect((await spectacle.app.inject({ url: '/api/session', cookies })).statusCode).toBe(401);
  expect(await ask(token, 'GET', '/ws_first/groups')).toMatchObject({ status: 200 });
});

test('the last admin token of a workspace cannot be revoked', async () => {
  const { token } = (await ask(admin, 'POST', '', { workspaceId: 'ws_last' })) as unknown as { token: string };
  const only = (await ask(token, 'GET', '/ws_last/tokens')).tokens[0].id;
  expect(await ask(token, 'DELETE', `/ws_last/tokens/${only}`)).toMatchObject({
    status: 409,
    code: 'last_admin_token',
  });
  const second = (await ask(token, 'POST', '/ws_last/tokens', { role: 'admin' })) as unknown as { token: string };
  expect(await ask(second.token, 'DELETE', `/ws_last/tokens/${only}`)).toMatchObject({ status: 200 });
  expect(await ask(token, 'GET', '/ws_last/tokens')).toMatchObject({ status: 401 });
});

test('a workspace made by an admin is one of its own: neither sees into the other', async () => {
  const made = (await ask(admin, 'POST', '', { workspaceId: 'ws_second' })) as unknown as { token: string };
  expect(made).toMatchObject({ status: 201, workspaceId: 'ws_second' });
  expect(await ask(made.token, 'GET', '/ws_second/groups')).toMatchObject({ status: 200 });
  expect(await ask(made.token, 'GET', '/ws_first/groups')).toMatchObject({ status: 403 });
  expect(await ask(admin, 'GET', '/ws_second/groups')).toMatchObject({ status: 403 });
  expect(await ask(admin, 'GET', '/ws_second/tokens')).toMatchObject({ status: 403 });
  expect((await ask(admin, 'GET', '')).workspaces).toContainEqual({ workspaceId: 'ws_second', name: '', own: false });
  expect((await ask(made.token, 'GET', '')).workspaces).toEqual([{ workspaceId: 'ws_second', name: '', own: true }]);
  const track = { type: 'track', userId: 'u', event: 'Hello' };
  const sent = await spectacle.app.inject({
    method: 'POST',
    url: '/v1/batch',
    payload: { writeKey: 'ws_second', batch: [track] },
  });
  expect(sent.statusCode).toBe(200);
});

test('nobody gets hold of a workspace by making it again, not even at the same time', async () => {
  expect(await ask(admin, 'POST', '', { workspaceId: 'ws_first' })).toMatchObject({ status: 409 });
  const both = await Promise.all([1, 2].map(() => ask(admin, 'POST', '', { workspaceId: 'ws_raced' })));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('making a workspace needs an admin token, and an id that is one', async () => {
  const { token } = await makeToken('read');
  expect(await ask(token, 'POST', '', {})).toMatchObject({ status: 403 });
  expect(await ask('sp_unknown', 'POST', '', {})).toMatchObject({ status: 401 });
  expect(await ask(admin, 'POST', '', { workspaceId: 'acme' })).toMatchObject({ status: 400, code: 'bad_request' });
  expect(await ask(admin, 'POST', '', {})).toMatchObject({ workspaceId: expect.stringMatching(/^ws_[\w-]{12}$/) });
});
