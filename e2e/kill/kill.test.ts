import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { booksOf, readBooks, storedMessages } from './books.ts';
import { newTally, sendUntilStored } from './persistentClient.ts';
import { Population } from './population.ts';
import { ServerProcess } from './serverProcess.ts';

const kills = Number(process.env.SPECTACLE_KILLS ?? 3);
const seed = Number(process.env.SPECTACLE_SEED ?? 1);
const clients = 16;

let directory: string;
let server: ServerProcess;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-kill-'));
  server = new ServerProcess(directory);
});
afterAll(async () => {
  await server.kill();
  await rm(directory, { recursive: true, force: true });
});

test(`what was acknowledged is stored, once, after ${kills} × kill -9 under load`, {
  timeout: 120_000 + kills * 30_000,
}, async () => {
  const population = new Population(seed, 60);
  const tally = newTally();
  await server.start();
  await sendUntilStored(server, population.introductions(), tally);

  let going = true;
  const client = async () => {
    // Half of the requests are single events, the others batches of up to 100.
    while (going)
      await sendUntilStored(
        server,
        population.events(population.below(2) === 0 ? 1 : 1 + population.below(100)),
        tally,
      );
  };
  const load = Promise.all(Array.from({ length: clients }, client));

  for (let kill = 0; kill < kills; kill++) {
    await acknowledged(tally, 20 + population.below(400));
    // Somewhere between this acknowledgement and the next.
    for (let turns = population.below(200); turns > 0; turns--) await new Promise(setImmediate);
    await server.kill();
    await server.start();
  }
  await acknowledged(tally, 100);
  going = false;
  await load;
  expect(await server.stop(), server.log).toBe(0);

  const url = await server.start();
  const expected = booksOf(tally.acknowledged);
  await expect.poll(() => readBooks(url), { timeout: 60_000, interval: 500 }).toEqual(expected);
  await server.kill();

  const stored = await storedMessages(directory);
  const missing = tally.acknowledged.filter(({ messageId }) => !stored.has(messageId));
  const twice = [...stored].filter(([, copies]) => copies !== 1);
  const lost = tally.statuses.get(0) ?? 0;
  console.log(
    `${kills} kills (seed ${seed}): ${tally.acknowledged.length} events acknowledged in ${tally.requests} requests, ` +
      `${tally.retries} sent again, ${lost} answers lost; ${missing.length} missing, ${twice.length} stored twice.`,
  );
  expect(missing).toEqual([]);
  expect(twice).toEqual([]);
  expect(stored.size).toBe(tally.acknowledged.length);
});

/** Waits until so many more requests are acknowledged. */
async function acknowledged(tally: { requests: number }, more: number): Promise<void> {
  const goal = tally.requests + more;
  while (tally.requests < goal) await new Promise((resolve) => setTimeout(resolve, 1));
}
