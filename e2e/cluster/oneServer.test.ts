import type { Sql } from '@spectacle/server/sql';
import { openStore } from '@spectacle/server/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClickHouseNodes, startNodes } from './clickhouseNodes.ts';
import { type Relay, startRelay } from './relay.ts';

type Store = Awaited<ReturnType<typeof openStore>>;

let server: ClickHouseNodes;
let ways: Relay[];
let store: Store;
const told: string[] = [];
beforeAll(async () => {
  server = await startNodes(1);
  const port = Number(new URL(server.nodes[0]?.url ?? '').port);
  ways = [await startRelay(port), await startRelay(port)];
  const url = ways.map((way) => `http://127.0.0.1:${way.port}`).join(',');
  store = await openStore({ url }, 2, (statement) => told.push(statement));
});
afterAll(async () => {
  await store?.close();
  for (const way of ways ?? []) await way.close();
  await server?.remove();
});

const site = (domain: string) => JSON.stringify([domain, domain, 'search', 1]);
const append = (domain: string) =>
  store.intake.append('spectacle.sites', ['domain', 'name', 'kind', 'version'], site(domain));

test('lists of ids that are longer than an address reach a server, in questions and in statements', async () => {
  await append('user-7.example');
  const domains = Array.from({ length: 60_000 }, (_, i) => `user-${i}.example`);
  const count = 'SELECT count() AS found FROM spectacle.sites WHERE domain IN {domains:Array(String)}' as Sql;
  expect(await store.reading.rows(count, { domains })).toEqual([{ found: 1 }]);
  await store.intake.run('ALTER TABLE spectacle.sites DELETE WHERE domain IN {domains:Array(String)}' as Sql, {
    domains,
  });
  expect(await store.reading.rows(count, { domains })).toEqual([{ found: 0 }]);
});

test('a question may take a share of the memory of a server; the intake is not bounded', async () => {
  const limits = `SELECT name FROM system.settings WHERE changed
    AND name IN ('max_execution_time', 'max_memory_usage', 'max_bytes_before_external_group_by') ORDER BY name` as Sql;
  expect((await store.reading.rows<{ name: string }>(limits)).map(({ name }) => name)).toEqual([
    'max_bytes_before_external_group_by',
    'max_execution_time',
    'max_memory_usage',
  ]);
  expect(await store.intake.rows(limits)).toEqual([]);
});

test('each statement is told by its name, without what was asked for', async () => {
  expect(told).toContain('store/migrations.sql');
  expect(told).toContain('insert into spectacle.sites');
  expect(told).toContain('store/functions.sql, statement 1');
});

test('when the first address is gone, everything goes on through the second', async () => {
  await append('before.example');
  await ways[0]?.close();
  // One that was on its way fails, as the collector then answers 503; what is sent again finds the other way.
  await append('after.example').catch(() => append('after.example'));
  const rows = await store.reading.rows('SELECT domain FROM spectacle.sites ORDER BY domain' as Sql);
  expect(rows).toEqual([{ domain: 'after.example' }, { domain: 'before.example' }]);
});
