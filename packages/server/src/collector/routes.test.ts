import { createConnection, type Socket } from 'node:net';
import { rejectionCodes } from '@spectacle/protocol';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Admission } from './admission.ts';
import type { Desk } from './collect.ts';
import { GroupCommit } from './commit.ts';
import { answerDirectly, collectorRoutes, endpoints } from './routes.ts';
import { columns } from './row.ts';

let app: FastifyInstance;
let desk: Desk;
let types: unknown[];
let failures: unknown[];
let hold: Promise<void> | undefined;

beforeEach(async () => {
  types = [];
  failures = [];
  hold = undefined;
  desk = {
    admission: new Admission(1024 * 1024),
    commit: new GroupCommit({
      insert: async (bytes) => {
        await hold;
        for (const line of bytes.toString().trimEnd().split('\n'))
          types.push(JSON.parse(line)[columns.indexOf('type')]);
      },
    }),
    isWorkspace: (id) => id === 'ws_a',
    rateLimit: undefined,
    now: Date.now,
    stored: () => {},
    refused: () => {},
    turnedAway: () => {},
    failed: (error) => failures.push(error),
  };
  app = Fastify({ forceCloseConnections: true });
  await app.register((scope) => collectorRoutes(scope, desk));
});
afterEach(() => app.close());

const any = { writeKey: 'ws_a', userId: 'u', groupId: 'g', previousId: 'p', event: 'E' };
const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers });

describe('endpoints', () => {
  test.each(Object.entries(endpoints).filter(([, type]) => type !== undefined))('%s is %s', async (path, type) => {
    expect((await post(path, any)).json()).toEqual({ success: true, accepted: 1, rejected: [] });
    expect(types).toEqual([type === 'screen' ? 'page' : type]);
  });

  test.each(Object.entries(endpoints).filter(([, type]) => type === undefined))('%s takes a batch', async (path) => {
    const batch = ['page', 'identify'].map((type) => ({ ...any, type }));
    expect((await post(path, { writeKey: 'ws_a', batch })).json().accepted).toBe(2);
  });

  test.each(['/api/s/s2s/track', '/api/s/track'])("Jitsu's %s", async (path) => {
    expect((await post(path, { ...any, writeKey: undefined }, { 'x-write-key': 'ws_a:secret' })).statusCode).toBe(200);
    expect((await post('/api/s/s2s/nonsense', any)).json().rejected[0].code).toBe('unknown_type');
  });

  test.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'json', '%%%', ''])(
    'content type "%s"',
    async (type) => {
      expect((await post('/v1/track', JSON.stringify(any), { 'content-type': type })).statusCode).toBe(200);
    },
  );

  test('no body at all', async () => {
    expect((await app.inject({ method: 'POST', url: '/v1/track' })).json()).toMatchObject({ code: 'invalid_json' });
  });
});

describe('browsers', () => {
  test('may send from any origin, and are told so', async () => {
    expect((await post('/p', any, { origin: 'https://acme.test' })).headers['access-control-allow-origin']).toBe('*');
    expect((await post('/p', '{')).headers['access-control-allow-origin']).toBe('*');
  });

  test('may ask before', async () => {
    const { statusCode, headers } = await app.inject({
      method: 'OPTIONS',
      url: '/v1/batch',
      headers: {
        origin: 'https://acme.test',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,sentat',
      },
    });
    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': 'authorization,sentat',
    });
  });
});

describe('bounds', () => {
  test('a full house refuses before reading, and says when to come again', async () => {
    desk.admission.enter()?.hold(1024 * 1024);
    const { statusCode, headers, ...answer } = await post('/v1/track', any);
    expect(statusCode).toBe(503);
    expect(headers['retry-after']).toBe('1');
    expect(answer.json()).toMatchObject({ success: false, accepted: 0, rejected: [], code: 'overloaded' });
    expect(types).toEqual([]);
  });

  test('a body over the limit is refused, with its length named or not', async () => {
    const tooMuch = JSON.stringify({ ...any, properties: { a: 'x'.repeat(512_000) } });
    const answer = await post('/v1/track', tooMuch);
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too_large']);
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(tooMuch));
        controller.close();
      },
    });
    const chunked = await fetch(`${url}/v1/track`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(chunked.status).toBe(413);
    expect(await chunked.json()).toMatchObject({ code: 'too_large' });
  });

  test('every request that entered leaves: stored, refused, broken or gone', async () => {
    await post('/v1/track', any);
    await post('/v1/track', '{');
    await post('/v1/track', { ...any, writeKey: 'ws_b' });
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
    const socket = await connected(Number(port));
    socket.write('POST /v1/track HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\n{"half":');
    await until(() => desk.admission.requests === 1);
    socket.destroy();
    await until(() => desk.admission.requests === 0);
    expect(desk.admission.held).toBe(0);
    expect(failures).toEqual([]);
  });
});

test('a connection is kept for the next request after a refusal in the middle of a body', async () => {
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const socket = await connected(Number(port));
  const replies: string[] = [];
  socket.setEncoding('utf8').on('data', (text: string) => replies.push(text));
  const body = JSON.stringify(any);
  socket.write(`POST /v1/track HTTP/1.1\r\nhost: a\r\ncontent-length: 600000\r\n\r\n${'x'.repeat(600_000)}`);
  await until(() => replies.join('').includes('too_large'));
  socket.write(`POST /v1/track HTTP/1.1\r\nhost: a\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  await until(() => replies.join('').includes('"accepted":1'));
  socket.destroy();
});

test('a shutdown answers what was taken, and refuses the rest', async () => {
  let release = () => {};
  hold = new Promise((resolve) => {
    release = resolve;
  });
  const taken = post('/v1/track', any);
  await until(() => desk.admission.requests === 1);
  const closing = desk.admission.close();
  const late = await post('/v1/track', any);
  expect([late.statusCode, late.headers.connection, late.json().message]).toEqual([
    503,
    'close',
    expect.stringContaining('shutting down'),
  ]);
  release();
  expect((await taken).json()).toMatchObject({ accepted: 1 });
  await closing;
  expect(types).toHaveLength(1);
});

test('the direct way answers as the routes do, and leaves everything else to them', async () => {
  app.get('/elsewhere', () => 'framework');
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const answers = async () => {
    const ask = async (path: string, init?: RequestInit) => {
      const response = await fetch(`${url}${path}`, init);
      return [response.status, response.headers.get('access-control-allow-origin'), await response.text()];
    };
    const event = { method: 'POST', body: JSON.stringify(any) };
    return await Promise.all([
      ask('/v1/track', event),
      ask('/v1/track?a=1', event),
      ask('/v1/t', { method: 'POST', body: '{' }),
      ask('/v1/batch', { method: 'OPTIONS' }),
      ask('/api/s/track', event),
      ask('/elsewhere'),
      ask('/nowhere', event),
    ]);
  };
  const before = await answers();
  answerDirectly(app.server, desk);
  expect(await answers()).toEqual(before);
  expect(types).toHaveLength(6);
});

test('a bug in a step is a 503 and a line in the log, not the end of the process', async () => {
  desk.isWorkspace = () => {
    throw new Error('a bug');
  };
  const answer = await post('/v1/track', any);
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'store_unavailable']);
  expect(failures).toHaveLength(1);
  expect(desk.admission.requests).toBe(0);
});

test('every refusal of an event has a code of the closed list', async () => {
  const bad = [
    null,
    {},
    { type: 'x' },
    { type: 'group', userId: 'u' },
    { type: 'alias', userId: 'u' },
    { type: 'track', userId: 'u' },
  ];
  const { rejected } = (
    await post('/v1/batch', { writeKey: 'ws_a', batch: [...bad, { type: 'page', ...any }] })
  ).json();
  expect(rejected).toHaveLength(bad.length);
  for (const { code } of rejected) expect(rejectionCodes).toContain(code);
});

async function connected(port: number): Promise<Socket> {
  const socket = createConnection(port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

/** Turns of the event loop until something is so. */
async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise(setImmediate);
}
