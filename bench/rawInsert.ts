import { rmSync } from 'node:fs';
import { builtModule, temporary } from './server.ts';

type OpenStore = typeof import('../packages/server/src/store/store.ts').openStore;
type Columns = typeof import('../packages/server/src/collector/row.ts').columns;

const rowsPerInsert = 10_000;
const least = 60_000;

/** Rows a second that go through the store's own client into the table of events, with its views and nothing else. */
export async function rawInsertRate(rows: string[]): Promise<number> {
  const { openStore } = await builtModule<{ openStore: OpenStore }>('store/store.js');
  const { columns } = await builtModule<{ columns: Columns }>('collector/row.js');
  const directory = temporary();
  const store = await openStore({ directory });
  const inserts: string[] = [];
  for (let inserted = 0; inserted < least; inserted += rowsPerInsert) {
    const start = inserted % Math.max(1, rows.length - rowsPerInsert);
    inserts.push(rows.slice(start, start + rowsPerInsert).join('\n'));
  }
  await store.intake.append('spectacle.events', columns, inserts[0] ?? '');
  const started = performance.now();
  for (const lines of inserts) await store.intake.append('spectacle.events', columns, lines);
  const seconds = (performance.now() - started) / 1000;
  await store.close();
  rmSync(directory, { recursive: true, force: true });
  return (inserts.length * rowsPerInsert) / seconds;
}
