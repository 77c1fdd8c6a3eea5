import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpectacle, type Spectacle } from '@spectacle/server/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { booksOf, readBooks, storedMessages } from './books.ts';
import { newTally, sendUntilStored } from './persistentClient.ts';
import { Population } from './population.ts';
import { token, workspaceId } from './serverProcess.ts';

let directory: string;
let spectacle: Spectacle;
let url: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-failing-'));
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId,
    token,
    logLevel: 'silent',
  });
  url = await spectacle.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('a store that returns errors is a 503, and nothing is lost or counted twice when it comes back', {
  timeout: 240_000,
}, async () => {
  const population = new Population(11, 60);
  const tally = newTally();
  const server = { address: async () => url };
  await sendUntilStored(server, population.introductions(), tally);

  let going = true;
  const client = async () => {
    while (going) await sendUntilStored(server, population.events(1 + population.below(50)), tally);
  };
  const load = Promise.all(Array.from({ length: 8 }, client));
  const refused = () => tally.statuses.get(503) ?? 0;

  // events itself refuses; then what a view writes beside it: the rows are stored then, and the answer is still a 503.
  // On a cluster a shard does.
  const database = process.env.SPECTACLE_TEST_CLICKHOUSE === 'cluster' ? 'spectacle_shard' : 'spectacle';
  for (const table of [`${database}.events`, `${database}.arrivals`, `${database}.events`]) {
    await until(moreThan(() => tally.requests, 100));
    await run(spectacle, `DETACH TABLE ${table}`);
    await until(moreThan(refused, 30));
    const acknowledged = tally.requests;
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    await run(spectacle, `ATTACH TABLE ${table}`);
    await until(() => tally.requests > acknowledged + 50);
  }
  going = false;
  await load;
  await expect.poll(() => readBooks(url), { timeout: 60_000, interval: 500 }).toEqual(booksOf(tally.acknowledged));
  await spectacle.close();

  const stored = await storedMessages(directory);
  console.log(
    `Failing store: ${tally.acknowledged.length} events acknowledged, ${refused()} requests refused and sent again.`,
  );
  expect(tally.acknowledged.filter(({ messageId }) => !stored.has(messageId))).toEqual([]);
  expect([...stored].filter(([, copies]) => copies !== 1)).toEqual([]);
  expect(stored.size).toBe(tally.acknowledged.length);
});

async function run({ store }: Spectacle, statement: string): Promise<void> {
  await store.reading.run(statement as Parameters<typeof store.reading.run>[0]);
}

function moreThan(count: () => number, more: number): () => boolean {
  const goal = count() + more;
  return () => count() > goal;
}

async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((resolve) => setTimeout(resolve, 5));
}
