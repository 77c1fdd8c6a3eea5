import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { batches } from './batches.ts';
import { runDemo } from './runDemo.ts';
import { sendDemo } from './sendDemo.ts';
import { simulate } from './simulate.ts';

const world = { seed: 7, companies: 5, now: new Date('2026-03-01T00:00:00Z'), days: 120 };
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

type Received = { writeKey: string; batch: { messageId: string }[]; sentAt?: string };

/** A collector that answers by `answer`, and the bodies that it got. */
async function standIn(answer: (request: IncomingMessage, response: ServerResponse, body: Received) => void) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answer(request, response, JSON.parse(Buffer.concat(parts).toString()) as Received));
  });
  closers.push(() => server.close().closeAllConnections());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const stored = (response: ServerResponse, body: Received) =>
  response.end(JSON.stringify({ success: true, accepted: body.batch.length, rejected: [] }));

test('batches keep within 500 events and 400 KB', () => {
  const sizes = (events: object[]) => [...batches(events, 'ws_a')].map((batch) => batch.events);
  expect(sizes([])).toEqual([]);
  expect(sizes(Array.from({ length: 1_001 }, (_, n) => ({ n })))).toEqual([500, 500, 1]);
  const large = Array.from({ length: 30 }, () => ({ text: 'é'.repeat(15_000) }));
  expect(sizes(large)).toEqual([13, 13, 4]);
  for (const { body } of batches(large, 'ws_a')) expect(Buffer.byteLength(body)).toBeLessThan(401 * 1024);
});

test('every event arrives once, with the workspace as write key and without sentAt', async () => {
  const got: string[] = [];
  const url = await standIn((request, response, body) => {
    expect([request.method, request.url, body.writeKey, 'sentAt' in body]).toEqual([
      'POST',
      '/v1/batch',
      'ws_a',
      false,
    ]);
    got.push(...body.batch.map((event) => event.messageId));
    stored(response, body);
  });
  const ids = [...simulate(world)].map((event) => event.messageId);
  const delivery = await sendDemo({ url, workspaceId: 'ws_a', events: simulate(world) });
  expect(delivery).toEqual({ ok: true, stored: ids.length, rejected: [] });
  expect(got.toSorted()).toEqual(ids.toSorted());
});

test('a busy collector is asked again after the time it names', async () => {
  const waits: number[] = [];
  let requests = 0;
  const url = await standIn((_request, response, body) => {
    requests += 1;
    if (requests === 1) response.writeHead(503, { 'retry-after': '2' }).end('{}');
    else stored(response, body);
  });
  const wait = async (milliseconds: number) => waits.push(milliseconds);
  const delivery = await sendDemo({ url, workspaceId: 'ws_a', events: [{ a: 1 }], wait });
  expect(delivery).toEqual({ ok: true, stored: 1, rejected: [] });
  expect(waits).toEqual([2_000]);
});

test('the command is quiet where there is no terminal, and says in the end what it stored', async () => {
  const url = await standIn((_request, response, body) => stored(response, body));
  const { out, text } = listener();
  expect(await runDemo({ url, workspace: 'ws_a', ...world, out })).toBe(0);
  expect(text()).toMatch(
    /^Sending \d+ events of 5 companies over 120 days \(seed 7\) to ws_a at http.*\nStored \d+ events in/,
  );
});

test('a wrong workspace and a missing server are told apart, with the remedy', async () => {
  const url = await standIn((_request, response) => response.writeHead(401).end('{"code":"unknown_workspace"}'));
  const wrong = listener();
  expect(await runDemo({ url, workspace: 'ws_b', ...world, out: wrong.out })).toBe(1);
  expect(wrong.text()).toContain('knows no workspace ws_b');

  const silent = await sendDemo({ url: 'http://127.0.0.1:1', workspaceId: 'ws_a', events: [{}], wait: async () => {} });
  expect(silent).toMatchObject({ ok: false, code: 'unreachable' });
});

/** Something like a standard error that is no terminal. */
function listener() {
  const stream = new PassThrough();
  const lines: string[] = [];
  stream.on('data', (part) => lines.push(String(part)));
  return { out: Object.assign(stream, { isTTY: false }) as unknown as NodeJS.WriteStream, text: () => lines.join('') };
}
