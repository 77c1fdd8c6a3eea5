import { afterAll, expect, test } from 'vitest';
import { booksOf, readBooks, storedMessages } from './books.ts';
import { newTally, sendUntilStored } from './persistentClient.ts';
import { Population } from './population.ts';
import { ServerProcess } from './serverProcess.ts';
import { mountSmallDisk } from './smallDisk.ts';

const disk = mountSmallDisk(24);
const cannot = 'cannot' in disk ? disk.cannot : undefined;
let server: ServerProcess | undefined;

afterAll(async () => {
  await server?.kill();
  if (!('cannot' in disk)) disk.remove();
});

test.skipIf(cannot !== undefined)(
  `a full disk is a 503 and no loss; with room again all is stored, without a restart${cannot ? ` (skipped: ${cannot})` : ''}`,
  { timeout: 240_000 },
  async () => {
    if ('cannot' in disk) return;
    const population = new Population(7, 60);
    const tally = newTally();
    server = new ServerProcess(disk.directory);
    const url = await server.start();
    await sendUntilStored(server, population.introductions(), tally);

    let going = true;
    const client = async () => {
      while (going && server) await sendUntilStored(server, bulky(population), tally);
    };
    const load = Promise.all(Array.from({ length: 8 }, client));
    // Until the disk has been full for a while: many refusals, and hardly anything taken between them.
    await until(() => (tally.statuses.get(503) ?? 0) >= 40);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const whileFull = tally.acknowledged.length;

    disk.grow(1024);
    await until(() => tally.acknowledged.length > whileFull + 5_000);
    going = false;
    await load;
    expect(tally.statuses.get(0) ?? 0, 'the process lived through it').toBe(0);
    await expect.poll(() => readBooks(url), { timeout: 60_000, interval: 500 }).toEqual(booksOf(tally.acknowledged));
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    await server.kill();
    const stored = await storedMessages(disk.directory);
    const missing = tally.acknowledged.filter(({ messageId }) => !stored.has(messageId));
    console.log(
      `Full disk: ${tally.acknowledged.length} events acknowledged (${whileFull} until it was full), ` +
        `${tally.statuses.get(503)} requests refused and sent again; ${missing.length} missing.`,
    );
    expect(missing).toEqual([]);
    expect([...stored].filter(([, copies]) => copies !== 1)).toEqual([]);
    expect(stored.size).toBe(tally.acknowledged.length);
  },
);

/** Two hundred events that no compression makes small. */
function bulky(population: Population) {
  const drawn = population.events(200);
  for (const event of drawn.events) {
    const noise = Array.from({ length: 40 }, () => population.below(2 ** 30).toString(36)).join('');
    event.context = { noise };
  }
  return drawn;
}

async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((resolve) => setTimeout(resolve, 5));
}
