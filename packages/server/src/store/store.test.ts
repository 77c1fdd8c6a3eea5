import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEveryNode } from './cluster.ts';
import { type Sql, statements } from './sql.ts';
import { openStore, type Store } from './store.ts';

let directory: string;
let store: Store;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-store-'));
  store = await openStore({ directory });
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

test('a store opens, keeps its rows when it is opened again, and repeats no migration', async () => {
  await store.intake.append('spectacle.sites', ['domain', 'name', 'kind', 'version'], '["a.example","A","search",1]');
  await store.close();
  store = await openStore({ directory });
  const rows = await store.reading.rows('SELECT domain, kind FROM spectacle.sites' as Sql);
  expect(rows).toEqual([{ domain: 'a.example', kind: 'search' }]);
});

test('a store of a newer program is refused with a sentence that says what to do', async () => {
  await store.intake.append('spectacle.migrations', ['name'], '["999-future"]');
  await store.close();
  await expect(openStore({ directory })).rejects.toThrow(/written by a newer Spectacle \(it has 999-future\)/);
  await rm(directory, { recursive: true });
  store = await openStore({ directory });
});

test('a row that cannot be read is refused by the name of its fault', async () => {
  const broken = store.intake.append('spectacle.sites', ['domain', 'version'], '["a.example",1]\n["b.example","x"]');
  await expect(broken).rejects.toMatchObject({ type: expect.stringMatching(/^CANNOT_PARSE_/) });
  const elsewhere = store.intake.append('spectacle.nowhere', ['domain'], '["a.example"]');
  await expect(elsewhere).rejects.toMatchObject({ type: 'UNKNOWN_TABLE' });
});

test('statements end with a semicolon at the end of a line', () => {
  expect(statements("SELECT ';x';\n-- only a comment;\nSELECT 2;\n" as Sql)).toEqual([
    "SELECT ';x'",
    expect.stringContaining('SELECT 2'),
  ]);
});

test('a question that wants too much of the machine is refused, and the intake works on', async () => {
  const all = 'SELECT length(groupArray(number)) FROM numbers(100000000) SETTINGS max_memory_usage = 1000000';
  await expect(store.reading.rows(all as Sql)).rejects.toMatchObject({ type: 'MEMORY_LIMIT_EXCEEDED' });
  const limits = "SELECT name FROM system.settings WHERE changed AND name = 'max_execution_time'" as Sql;
  expect(await store.reading.rows(limits)).toEqual([{ name: 'max_execution_time' }]);
  expect(await store.intake.rows(limits)).toEqual([]);
  await store.intake.append('spectacle.sites', ['domain', 'name', 'kind', 'version'], '["c.example","C","search",1]');
});

test('on a cluster tables stand twice, once as the part of a node and once asking all of them', () => {
  const cluster = { name: 'two', keeper: false };
  const table =
    'CREATE TABLE spectacle.trails (workspace String, subject String) ENGINE = ReplacingMergeTree ORDER BY (workspace, subject)' as Sql;
  expect(onEveryNode(table, cluster)).toEqual([
    table.replace('spectacle.', 'spectacle_shard.'),
    "CREATE TABLE IF NOT EXISTS spectacle.trails AS spectacle_shard.trails ENGINE = Distributed('two', 'spectacle_shard', 'trails', sipHash64(subject))",
  ]);
  expect(
    onEveryNode(
      'ALTER TABLE spectacle.trails DELETE WHERE subject IN (SELECT key FROM spectacle.dirty)' as Sql,
      cluster,
    ),
  ).toEqual(['ALTER TABLE spectacle_shard.trails DELETE WHERE subject IN (SELECT key FROM spectacle.dirty)']);
  expect(onEveryNode('SELECT 1 FROM spectacle.trails' as Sql, cluster)).toBeUndefined();
});

test('with a Keeper statements go to the whole cluster, and tables are replicated', () => {
  const cluster = { name: 'two', keeper: true };
  const table =
    'CREATE TABLE IF NOT EXISTS spectacle.a (b String) ENGINE = ReplacingMergeTree(version) ORDER BY b' as Sql;
  expect(onEveryNode(table, cluster)).toEqual([
    "CREATE TABLE IF NOT EXISTS spectacle_shard.a ON CLUSTER 'two' (b String) ENGINE = ReplicatedReplacingMergeTree(version) ORDER BY b",
    "CREATE TABLE IF NOT EXISTS spectacle.a ON CLUSTER 'two' AS spectacle_shard.a ENGINE = Distributed('two', 'spectacle_shard', 'a', sipHash64(b))",
  ]);
  expect(onEveryNode('DELETE FROM spectacle.a WHERE b = 1' as Sql, cluster)).toEqual([
    "DELETE FROM spectacle_shard.a ON CLUSTER 'two' WHERE b = 1",
  ]);
  expect(onEveryNode('CREATE OR REPLACE FUNCTION spectacle_plain AS (v) -> v' as Sql, cluster)).toEqual([
    "CREATE OR REPLACE FUNCTION spectacle_plain ON CLUSTER 'two' AS (v) -> v",
  ]);
});
