import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle } from '../server.ts';
import { bundleProgram } from './bundleProgram.ts';
import { run, serveCommands } from './servedCommands.ts';

const token = 'sp_killed';

const serve = () =>
  serveCommands(
    (directory) =>
      createSpectacle({ port: 0, host: '127.0.0.1', store: { directory }, workspaceId: 'ws_killed', token, logLevel: 'silent' }),
    token,
  ); // biome-ignore format: one call
let served: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** Stands before the real server, and calls `stored` when a batch was stored and its answer is about to leave. */
async function gate(stored: (batches: number) => 'answer' | 'keep silent') {
  let batches = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const { method = 'GET', url = '/' } = request;
      const { authorization, 'content-type': type } = request.headers;
      const answer = await fetch(new URL(url, served.url), {
        method,
        headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
        ...(method === 'POST' && { body: Buffer.concat(parts) }),
      });
      const text = await answer.text();
      if (url === '/v1/batch' && stored(++batches) === 'keep silent') return;
      response.writeHead(answer.status).end(text);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close().closeAllConnections(),
  };
}

test('an import that was killed goes on where it stopped, and every event counts once', async () => {
  const count = 200;
  const events = Array.from({ length: count }, (_, n) => ({
    type: 'track',
    userId: `u${n % 5}`,
    event: 'Read',
    timestamp: new Date(Date.UTC(2025, 0, 1, 0, n)).toISOString(),
    // So long that a batch holds about twenty.
    properties: { text: 'x'.repeat(25_000) },
  }));
  const file = join(served.directory, 'events.ndjson');
  await writeFile(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));

  const life: { child?: ChildProcess; over: boolean } = { over: false };
  const { url, close } = await gate((batches) => {
    // The sixth is sent after two were settled; it is stored, but nobody will know.
    if (batches === 6) life.child?.kill('SIGKILL');
    return batches < 6 || life.over ? 'answer' : 'keep silent';
  });
  const args = ['import', file, '--url', url, '--token', token];
  life.child = spawn(process.execPath, [await bundleProgram(served.directory), ...args], { stdio: 'inherit' });
  const [, signal] = await once(life.child, 'exit');
  expect(signal).toBe('SIGKILL');
  life.over = true;

  const { code, err } = await run(args);
  close();
  expect(code).toBe(0);
  expect(Number(/^An earlier run got as far as line (\d+)/.exec(err)?.[1])).toBeGreaterThan(20);
  expect(err).toContain('200 events of');
  const { out } = await served.run(['export', 'events']);
  const ids = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).messageId);
  expect([ids.length, new Set(ids).size]).toEqual([count, count]);
});
