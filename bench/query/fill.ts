import { Projector } from '@spectacle/server/projector';
import { loadSites } from '@spectacle/server/sites';
import { sql } from '@spectacle/server/sql';
import { openStore } from '@spectacle/server/store';
import { median } from '../results.ts';

const file = (name: string) => sql(import.meta.url, name);
const generate = file('generate.sql');
const count = file('count.sql');

type Location = Parameters<typeof openStore>[0];

/** Events of one insert: larger ones are faster and need more memory. */
const chunk = 1_000_000;

/** Fills a store with `events` made-up events and derives everything from them. Says how long each took, in seconds. */
export async function fill(location: Location, events: number, users: number) {
  const store = await openStore(location);
  await store.intake.append(
    'spectacle.workspaces',
    ['workspace', 'settings', 'version'],
    '["ws_bench","{\\"currency\\":\\"USD\\",\\"cutoffEvents\\":[\\"Trial Started\\"]}",1]',
  );
  await loadSites(store.intake);
  const writing = performance.now();
  for (let from = 0; from < events; from += chunk) {
    await store.intake.run(generate, { from, count: Math.min(chunk, events - from), users });
    process.stdout.write(`\r  ${(from + chunk).toLocaleString('en')} events written`);
  }
  const deriving = performance.now();
  process.stdout.write('\n');
  const projector = new Projector({
    connection: store.projection,
    countsHistory: () => false,
    onError: (error) => {
      throw error;
    },
  });
  await projector.again('ws_bench');
  await projector.close();
  // A start derives again what arrived after the last checkpoint; all is derived.
  const line = JSON.stringify(['projection', Date.now(), Date.now()]);
  await store.intake.append('spectacle.checkpoints', ['name', 'received_at', 'version'], line);
  const done = performance.now();
  await store.close();
  return { writing: (deriving - writing) / 1000, deriving: (done - deriving) / 1000 };
}

/** How long a count over one column of the events takes, in milliseconds: the median of five. */
export async function scanMilliseconds(directory: string): Promise<number> {
  const store = await openStore({ directory });
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const started = performance.now();
    await store.reading.rows(count);
    times.push(performance.now() - started);
  }
  await store.close();
  return median(times);
}
