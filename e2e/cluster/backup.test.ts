import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newTally, sendUntilStored } from '../kill/persistentClient.ts';
import { Population } from '../kill/population.ts';
import { type ClickHouseNodes, startNodes } from './clickhouseNodes.ts';
import { type Collector, startCollector } from './collector.ts';

let backups: string;
const opened: { collectors: Collector[]; clusters: ClickHouseNodes[] } = { collectors: [], clusters: [] };

beforeAll(async () => {
  backups = await mkdtemp(join(tmpdir(), 'spectacle-backups-'));
});
afterAll(async () => {
  for (const { spectacle } of opened.collectors) await spectacle.close();
  for (const cluster of opened.clusters) await cluster.remove();
  await rm(backups, { recursive: true, force: true });
});

async function start(): Promise<ClickHouseNodes> {
  const cluster = await startNodes(2, backups);
  opened.clusters.push(cluster);
  return cluster;
}

async function serve(cluster: ClickHouseNodes): Promise<Collector> {
  const collector = await startCollector(cluster);
  opened.collectors.push(collector);
  return collector;
}

/** As docs/operations.md has it: the same statement on every node. */
async function onEachNode({ nodes }: ClickHouseNodes, statement: (node: number) => string): Promise<void> {
  for (const [index, { url }] of nodes.entries()) {
    const response = await fetch(url, { method: 'POST', body: statement(index + 1) });
    if (!response.ok) throw new Error(await response.text());
  }
}

const paths = [
  'settings',
  'groups?limit=100&sort=groupId',
  'people?limit=100&sort=personId',
  'groups/company-1/timeline',
];

test('a cluster restored from backups taken under load answers as the one that it was taken of', async () => {
  const cluster = await start();
  const collector = await serve(cluster);
  const population = new Population(1, 40);
  const url = { address: async () => collector.url };
  await sendUntilStored(url, population.introductions(), newTally());
  await sendUntilStored(url, population.events(1_000), newTally());
  const before = await Promise.all(paths.map((path) => collector.get(path)));
  const destination = (node: number) => `File('${join(backups, `monday-${node}`)}')`;
  await onEachNode(cluster, (node) => `BACKUP DATABASE spectacle, DATABASE spectacle_shard TO ${destination(node)}`);
  await sendUntilStored(url, population.events(100), newTally());

  const restored = await start();
  await onEachNode(
    restored,
    (node) => `RESTORE DATABASE spectacle_shard, DATABASE spectacle FROM ${destination(node)}`,
  );
  const after = await serve(restored);
  expect(await Promise.all(paths.map((path) => after.get(path)))).toEqual(before);
});
