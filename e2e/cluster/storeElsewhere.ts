import type { openStore } from '@spectacle/server/store';
import { afterAll, vi } from 'vitest';
import { elsewhere, removeElsewhere } from './elsewhere.ts';

type Open = typeof openStore;

// Set-up of every test file when SPECTACLE_TEST_CLICKHOUSE is "server" or "cluster": a store in a directory then is
// a real ClickHouse server, or a cluster of two shards, started for that directory. The same tests, another store.

vi.mock('../../packages/server/src/store/store.ts', async (original) => {
  const store = await original<{ openStore: Open }>();
  const open: Open = async (location, ...more) =>
    await store.openStore('url' in location ? location : ((await elsewhere(location.directory)) ?? location), ...more);
  return { ...store, openStore: open };
});

afterAll(removeElsewhere);
