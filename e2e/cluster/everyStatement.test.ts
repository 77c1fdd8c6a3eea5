import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSpectacle, type Spectacle } from '@spectacle/server/server';
import { statements } from '@spectacle/server/sql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClickHouseNodes, clusterName, startNodes } from './clickhouseNodes.ts';

const source = fileURLToPath(new URL('../../packages/server/src/', import.meta.url));
// Statements of a past are for its scratch database, which is on one node.
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.sql') && !/^(store|attribution\/past)\//.test(path))
  .sort();

let shards: ClickHouseNodes;
let spectacle: Spectacle;
beforeAll(async () => {
  shards = await startNodes(2);
  const url = shards.nodes.map((node) => node.url).join(',');
  const store = { url, cluster: clusterName };
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store,
    workspaceId: 'ws_a',
    token: 'a',
    logLevel: 'silent',
  });
});
afterAll(async () => {
  await spectacle?.close();
  await shards.remove();
});

type Statement = ReturnType<typeof statements>[number];

test.each(files)('a cluster understands %s', async (file) => {
  const written = statements(readFileSync(`${source}${file}`, 'utf8') as Statement);
  expect(written).not.toEqual([]);
  for (const statement of written) await spectacle.store.reading.run(statement, parametersOf(statement));
});

/** A value for each parameter that a statement has, by its type. */
function parametersOf(statement: string): Record<string, unknown> {
  const found = statement.matchAll(/\{(\w+):((?:[^{}])+)\}/g);
  const values = [...found].map(([, name, type]) => [name, exampleOf(type ?? '')]);
  return { ...Object.fromEntries(values), timeZone: 'UTC' };
}

function exampleOf(type: string): unknown {
  if (type.startsWith('Array')) return [];
  if (type.startsWith('Map')) return {};
  if (/^U?Int|^Float/.test(type)) return 1;
  if (type.startsWith('Date')) return type.startsWith('DateTime') ? '1900-01-01 00:00:00' : '1900-01-01';
  if (type === 'Bool') return true;
  return '';
}
