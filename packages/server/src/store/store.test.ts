import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
