import { existsSync, mkdirSync } from 'node:fs';
import { type ClickHouseNodes, clusterName, startNodes } from './clickhouseNodes.ts';

/** What tests run on: the embedded store if not said, or a real ClickHouse "server", or a "cluster" of two shards. */
const wanted = process.env.SPECTACLE_TEST_CLICKHOUSE;
const started = new Map<string, Promise<ClickHouseNodes>>();

/** What a store in this directory is instead: nodes started for that directory. Undefined on the embedded store. */
export async function elsewhere(directory: string): Promise<{ url: string; cluster?: string } | undefined> {
  if (!wanted) return undefined;
  // A test that removed the directory wants an empty store.
  if (started.has(directory) && !existsSync(directory)) {
    await (await started.get(directory))?.remove();
    started.delete(directory);
  }
  mkdirSync(directory, { recursive: true });
  const known = started.get(directory) ?? startNodes(wanted === 'cluster' ? 2 : 1);
  started.set(directory, known);
  const url = (await known).nodes.map((node) => node.url).join(',');
  return wanted === 'cluster' ? { url, cluster: clusterName } : { url };
}

export async function removeElsewhere(): Promise<void> {
  for (const nodes of started.values()) await (await nodes).remove();
  started.clear();
}
