import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { booksOf, readBooks } from '../kill/books.ts';
import { newTally, sendUntilStored, type Tally } from '../kill/persistentClient.ts';
import { Population } from '../kill/population.ts';
import { ServerProcess } from '../kill/serverProcess.ts';
import { type ClickHouseNodes, clusterName, startNodes } from './clickhouseNodes.ts';

const kills = Number(process.env.SPECTACLE_KILLS ?? 2);

let directory: string;
let shards: ClickHouseNodes;
let collectors: ServerProcess[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-killed-'));
  shards = await startNodes(2);
  const env = {
    SPECTACLE_CLICKHOUSE_URL: shards.nodes.map((node) => node.url).join(','),
    SPECTACLE_CLICKHOUSE_CLUSTER: clusterName,
  };
  collectors = [new ServerProcess(directory, env), new ServerProcess(directory, env)];
  for (const collector of collectors) await collector.start();
});
afterAll(async () => {
  for (const collector of collectors ?? []) await collector.kill();
  await shards?.remove();
  await rm(directory, { recursive: true, force: true });
});

test(`a collector that is killed ${kills} times loses nothing that was acknowledged, and the other takes over its work`, {
  timeout: 180_000 + kills * 30_000,
}, async () => {
  const population = new Population(1, 60);
  const tally = newTally();
  await sendUntilStored(either(), population.introductions(), tally);
  let going = true;
  const client = async () => {
    while (going) await sendUntilStored(either(), population.events(1 + population.below(50)), tally);
  };
  const load = Promise.all(Array.from({ length: 8 }, client));
  for (let kill = 0; kill < kills; kill++) {
    await acknowledged(tally, 50);
    // The first of them derives, until it is killed for the first time.
    await collectors[kill % 2]?.kill();
    await acknowledged(tally, 50);
    await collectors[kill % 2]?.start();
  }
  await acknowledged(tally, 50);
  going = false;
  await load;
  const expected = booksOf(tally.acknowledged);
  for (const collector of collectors) {
    const url = await collector.address();
    await expect.poll(() => readBooks(url), { timeout: 90_000, interval: 500 }).toEqual(expected);
  }
  const lost = tally.statuses.get(0) ?? 0;
  console.log(
    `${kills} kills: ${tally.acknowledged.length} events acknowledged, ${tally.retries} requests sent again, ${lost} answers lost; the books agree.`,
  );
});

/** Clients go to whichever lives, as behind a balancer. */
function either() {
  let turn = 0;
  return {
    address: () =>
      Promise.race([...collectors.slice(turn++ % 2), ...collectors].map((collector) => collector.address())),
  };
}

async function acknowledged(tally: Tally, more: number): Promise<void> {
  const goal = tally.requests + more;
  while (tally.requests < goal) await new Promise((resolve) => setTimeout(resolve, 2));
}
