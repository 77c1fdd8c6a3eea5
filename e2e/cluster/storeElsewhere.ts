import { existsSync, mkdirSync } from 'node:fs';
import { afterAll, vi } from 'vitest';
import type { StoreLocation } from '../../packages/server/src/store/open.ts';
import { type ClickHouseNodes, startNodes } from './clickhouseNodes.ts';

// Set-up of every test file when SPECTACLE_TEST_CLICKHOUSE is "server": a store in a directory then is a real ClickHouse
// server started for that directory. The same tests, another store.

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
  const known = started.get(directory) ?? startNodes(1);
  started.set(directory, known);
  const [node] = (await known).nodes;
  return node ? { url: node.url } : location;
}

vi.mock(import('../../packages/server/src/store/store.ts'), async (original) => {
  const store = await original();
  return {
    ...store,
    openStore: async (location, readers) => await store.openStore(await elsewhere(location), readers),
  };
});

afterAll(async () => {
  for (const nodes of started.values()) await (await nodes).remove();
});
