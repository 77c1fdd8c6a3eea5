import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { cookieRoutes } from './cookieRoutes.ts';

async function ask(origin: string | undefined, body: unknown, host = 'events.acme.example') {
  const app = Fastify();
  await app.register(cookie);
  await app.register((scope) => cookieRoutes(scope, (id) => id === 'ws_known'));
  const headers = { host, 'content-type': 'text/plain', ...(origin ? { origin } : {}) };
  const response = await app.inject({
    method: 'POST',
    url: '/cookie',
    headers,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  await app.close();
  return response;
}

test('a page of the same site gets both cookies for a year on the whole domain', async () => {
  const response = await ask('https://www.acme.example', { writeKey: 'ws_known', anonymousId: 'a1', userId: 'u 1' });
  expect(response.statusCode).toBe(204);
  expect(response.headers['access-control-allow-origin']).toBe('https://www.acme.example');
  expect(response.cookies).toMatchObject([
    { name: 'sp__anon_id', value: 'a1', domain: 'acme.example', path: '/', maxAge: 31_536_000, sameSite: 'Lax' },
    { name: 'sp__user_id', value: 'u 1', domain: 'acme.example' },
  ]);
});

test('without a user, an older one is forgotten', async () => {
  const { cookies } = await ask('https://acme.example', { writeKey: 'ws_known', anonymousId: 'a1' });
  expect(cookies[1]).toMatchObject({ name: 'sp__user_id', value: '', maxAge: 0 });
});

test('pages of other sites, and requests that name no page, get none', async () => {
  for (const origin of ['https://evil.example', 'https://acme.example.evil.test', 'null', undefined]) {
    const response = await ask(origin, { writeKey: 'ws_known', anonymousId: 'a1' });
    expect([origin, response.statusCode, response.cookies]).toEqual([origin, 403, []]);
  }
});

test('an unknown workspace, or what is no JSON, gets none', async () => {
  for (const body of [{ writeKey: 'ws_other', anonymousId: 'a' }, 'not json', '[1]', 'null']) {
    expect((await ask('https://acme.example', body)).statusCode).toBe(401);
  }
});

test('on a host without a domain the cookies are the host’s', async () => {
  const response = await ask('http://127.0.0.1:3000', { writeKey: 'ws_known', anonymousId: 'a1' }, '127.0.0.1:8765');
  expect(response.cookies[0]).toMatchObject({ name: 'sp__anon_id', value: 'a1' });
  expect(response.cookies[0]?.domain).toBeUndefined();
});
