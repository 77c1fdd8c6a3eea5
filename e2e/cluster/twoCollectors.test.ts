import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newTally, sendUntilStored } from '../kill/persistentClient.ts';
import { Population } from '../kill/population.ts';
import { type ClickHouseNodes, startNodes } from './clickhouseNodes.ts';
import { type Collector, startCollector, startEmbedded } from './collector.ts';

let directory: string;
let shards: ClickHouseNodes;
let first: Collector;
let second: Collector;
let embedded: Collector;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-embedded-'));
  embedded = await startEmbedded(directory);
  shards = await startNodes(2);
  first = await startCollector(shards);
  second = await startCollector(shards);
});
afterAll(async () => {
  for (const collector of [second, first, embedded]) await collector?.spectacle.close();
  await shards?.remove();
  await rm(directory, { recursive: true, force: true });
});

const answers = [
  'groups?limit=100&sort=groupId',
  'people?limit=100&sort=personId',
  'groups/company-1',
  'groups/company-1/members?limit=100',
  'groups/company-1/timeline?limit=1000',
  'groups/company-1/journey',
  'people/user%3Auser-1/timeline?limit=1000',
  'reports/attribution?level=group&model=linear&by=channel&from=2026-01-01&to=2026-12-31',
];

const population = new Population(1, 40);

/** Events of a population at times of their own, in deliveries of a few. */
function deliveries() {
  const drawn = [population.introductions(), ...Array.from({ length: 12 }, () => population.events(50))];
  const start = Date.UTC(2026, 2, 1);
  let minutes = 0;
  return drawn.map(({ told, events }) => ({
    told,
    events: events.map((event) => ({ ...event, timestamp: new Date(start + minutes++ * 60_000).toISOString() })),
  }));
}

test('through two collectors on two shards come the answers of one embedded server, byte for byte', async () => {
  const tally = newTally();
  for (const [index, delivery] of deliveries().entries()) {
    await sendUntilStored({ address: async () => embedded.url }, delivery, tally);
    const { url } = index % 2 === 0 ? first : second;
    await sendUntilStored({ address: async () => url }, delivery, tally);
  }
  for (const path of answers) {
    const expected = await embedded.get(path);
    expect(await first.get(path), path).toBe(expected);
    expect(await second.get(path), path).toBe(expected);
  }
  expect((await embedded.get('people')).length).toBeGreaterThan(1_000);
});

test('rows stand on both shards, those of one visitor on one', async () => {
  const counts = await Promise.all(
    shards.nodes.map(async ({ url }) => {
      const query = 'SELECT visitor FROM spectacle_shard.events GROUP BY visitor FORMAT TSV';
      return (await (await fetch(url, { method: 'POST', body: query })).text()).trim().split('\n');
    }),
  );
  const [one = [], other = []] = counts;
  expect(one.length).toBeGreaterThan(5);
  expect(other.length).toBeGreaterThan(5);
  expect(one.filter((visitor) => other.includes(visitor))).toEqual([]);
});

test('one of the two derives; the other takes over for work that nobody may derive beside', async () => {
  const leads = () =>
    [first, second].map(({ spectacle }) => 'leads' in spectacle.projector && spectacle.projector.leads);
  expect(leads()).toEqual([true, false]);
  const seen: unknown[] = [];
  await second.spectacle.projector.exclusively(async () => seen.push(leads()));
  expect(seen).toEqual([[false, true]]);
});

test('when the deriving one leaves, the other derives what it stored', async () => {
  await second.spectacle.close();
  await sendUntilStored({ address: async () => first.url }, population.events(100), newTally());
  const people = await first.get('people?limit=100');
  const events = (JSON.parse(people) as { people: { events: number }[] }).people.map((person) => person.events);
  expect(events.reduce((sum, count) => sum + count, 0)).toBe(80 + 12 * 50 + 100);
  second = await startCollector(shards);
});
