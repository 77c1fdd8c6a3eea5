import { afterAll, beforeAll, expect, test } from 'vitest';
import { booksOf, readBooks } from '../kill/books.ts';
import { newTally, sendUntilStored, type Tally } from '../kill/persistentClient.ts';
import { Population } from '../kill/population.ts';
import { type ClickHouseNodes, startNodes } from './clickhouseNodes.ts';
import { type Collector, startCollector } from './collector.ts';

let shards: ClickHouseNodes;
let collectors: Collector[];

beforeAll(async () => {
  shards = await startNodes(2);
  collectors = [await startCollector(shards), await startCollector(shards)];
});
afterAll(async () => {
  for (const { spectacle } of collectors ?? []) await spectacle.close();
  await shards?.remove();
});

test('a shard that dies under load costs waiting: what was acknowledged is stored, once', {
  timeout: 300_000,
}, async () => {
  const population = new Population(1, 60);
  const tally = newTally();
  let turn = 0;
  const either = { address: async () => collectors[turn++ % collectors.length]?.url ?? '' };
  await sendUntilStored(either, population.introductions(), tally);

  let going = true;
  const client = async () => {
    while (going) await sendUntilStored(either, population.events(1 + population.below(50)), tally);
  };
  const load = Promise.all(Array.from({ length: 8 }, client));
  for (let death = 0; death < 2; death++) {
    await until(tally, (now) => now.requests, 100);
    // The second time it is the one that the collectors ask.
    const shard = shards.nodes[death === 0 ? 1 : 0];
    await shard?.kill();
    await until(tally, refused, 20);
    await shard?.start();
  }
  await until(tally, (now) => now.requests, 100);
  going = false;
  await load;

  const expected = booksOf(tally.acknowledged);
  for (const { spectacle, url } of collectors) {
    await expect
      .poll(() => spectacle.projector.settled().then(() => readBooks(url)), { timeout: 120_000 })
      .toEqual(expected);
  }
  const copies = await storedCopies();
  const missing = tally.acknowledged.filter(({ messageId }) => !copies.has(messageId));
  const twice = [...copies.values()].filter((count) => count !== 1);
  console.log(
    `A shard died twice: ${tally.acknowledged.length} events acknowledged in ${tally.requests} requests, ${refused(tally)} answered ` +
      `503 and sent again; ${missing.length} missing, ${twice.length} counted twice.`,
  );
  expect(missing).toEqual([]);
  expect(twice).toEqual([]);
  expect(copies.size).toBe(tally.acknowledged.length);
  expect([...tally.statuses.keys()].sort()).toEqual([200, 503]);
});

test('a collector whose shard is dead says when to come back', async () => {
  await shards.nodes[1]?.kill();
  const [collector] = collectors;
  const authorization = `Basic ${Buffer.from('ws_kill:').toString('base64')}`;
  const statuses = new Set<number>();
  for (let id = 0; !statuses.has(503); id++) {
    const response = await fetch(`${collector?.url}/v1/track`, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify({ userId: `somebody-${id}`, event: 'Seen' }),
    });
    statuses.add(response.status);
    if (response.status === 503) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await fetch(`${collector?.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${collector?.url}/readyz`)).status).toBe(503);
  await shards.nodes[1]?.start();
});

const refused = (tally: Tally) => tally.statuses.get(503) ?? 0;

/** Waits until so much more has happened. */
async function until(tally: Tally, count: (tally: Tally) => number, more: number): Promise<void> {
  const goal = count(tally) + more;
  while (count(tally) < goal) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** How often each message counts, whichever shard has it. */
async function storedCopies(): Promise<Map<string, number>> {
  const query = 'SELECT message_id, count() FROM spectacle.events FINAL GROUP BY message_id FORMAT TSV';
  const text = await (await fetch(shards.nodes[0]?.url ?? '', { method: 'POST', body: query })).text();
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  return new Map(rows.map(([id = '', count]) => [id, Number(count)]));
}
