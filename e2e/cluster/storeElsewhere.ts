import { existsSync, mkdirSync } from 'node:fs';
import type { openStore } from '@spectacle/server/store';
import { afterAll, vi } from 'vitest';
import { type ClickHouseNodes, clusterName, startNodes } from './clickhouseNodes.ts';

type Open = typeof openStore;
type StoreLocation = Parameters<Open>[0];

// Set-up of every test file when SPECTACLE_TEST_CLICKHOUSE is "server" or "cluster": a store in a directory then is
// a real ClickHouse server, or a cluster of two shards, started for that directory. The same tests, another store.

const inCluster = process.env.SPECTACLE_TEST_CLICKHOUSE === 'cluster';
const started = new Map<string, Promise<ClickHouseNodes>>();

async function elsewhere(location: StoreLocation): Promise<StoreLocation> {
  if ('url' in location) return location;
  const { directory } = location;
  // A test that removed the directory wants an empty store.
  if (started.has(directory) && !existsSync(directory)) {
    await (await started.get(directory))?.remove();
    started.delete(directory);
  }
  mkdirSync(directory, { recursive: true });
  const known = started.get(directory) ?? startNodes(inCluster ? 2 : 1);
  started.set(directory, known);
  const url = (await known).nodes.map((node) => node.url).join(',');
  return inCluster ? { url, cluster: clusterName } : { url };
}

vi.mock('../../packages/server/src/store/store.ts', async (original) => {
  const store = await original<{ openStore: Open }>();
  const open: Open = async (location, readers) => await store.openStore(await elsewhere(location), readers);
  return { ...store, openStore: open };
});

afterAll(async () => {
  for (const nodes of started.values()) await (await nodes).remove();
});
