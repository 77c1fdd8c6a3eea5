import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countryOf } from '../collector/country.ts';
import type { Sql } from '../store/sql.ts';
import { openStore, type Store } from '../store/store.ts';
import { fillCountries } from './fillCountries.ts';
import { allDerived, loadSites } from './sites.ts';

let directory: string;
let store: Store;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-sites-'));
  store = await openStore({ directory });
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

test('visits derived by other rules are behind until all are derived again, also across a start that was cut off', async () => {
  const load = () => loadSites(store.intake);
  expect(await load(), 'a new store has none').toEqual({ changed: false, behind: false });
  expect(await load()).toEqual({ changed: false, behind: false });

  await store.intake.run('TRUNCATE TABLE spectacle.sites' as Sql);
  const older = JSON.stringify(['older.example', 'Older', 'search', 1]);
  await store.intake.append('spectacle.sites', ['domain', 'name', 'kind', 'version'], older);
  expect(await load()).toEqual({ changed: true, behind: true });
  expect(await load(), 'killed before it was done').toEqual({ changed: false, behind: true });

  await allDerived(store.intake);
  expect(await load()).toEqual({ changed: false, behind: false });
});

test('events that were stored before countries were known get theirs, by the same rules as those that arrive', async () => {
  const contexts = [
    { timezone: 'Asia/Calcutta', locale: 'en' },
    { location: { country: ' United States ' }, timezone: 'Europe/Berlin' },
    { location: { country: 'Ruritania' } },
    { location: { country: 49 }, timezone: 'Europe/Kiev' },
    { timezone: 'UTC' },
    { location: { city: 'Nowhere' } },
    {},
  ];
  const lines = contexts.map((context, i) =>
    JSON.stringify(['ws_old', `anon:${i}`, `m${i}`, 'page', i, JSON.stringify(context)]),
  );
  const columns = ['workspace', 'visitor', 'message_id', 'type', 'timestamp', 'context'];
  await store.intake.append('spectacle.events', columns, lines.join('\n'));
  await fillCountries(store.projection);
  const rows = await store.reading.rows<{ country: string }>(
    "SELECT country FROM spectacle.events WHERE workspace = 'ws_old' ORDER BY visitor" as Sql,
  );
  expect(rows.map(({ country }) => country)).toEqual(contexts.map(countryOf));
  expect(rows.map(({ country }) => country)).toEqual(['IN', 'US', 'Ruritania', 'UA', '', '', '']);
});
