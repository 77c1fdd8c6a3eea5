import { rmSync } from 'node:fs';
import { builtModule, temporary } from './server.ts';

type OpenStore = typeof import('../packages/server/src/store/store.ts').openStore;
type Columns = typeof import('../packages/server/src/collector/row.ts').columns;

/** What the events take on disk once the parts of each table are merged into one: `events`, and what is written beside it. */
export async function storedBytes(rows: string[]): Promise<{ bytesPerEvent: number; detail: string }> {
  const { openStore } = await builtModule<{ openStore: OpenStore }>('store/store.js');
  const { columns } = await builtModule<{ columns: Columns }>('collector/row.js');
  const directory = temporary();
  const store = await openStore({ directory });
  for (let start = 0; start < rows.length; start += 5_000) {
    await store.intake.append('spectacle.events', columns, rows.slice(start, start + 5_000).join('\n'));
  }
  const run = (sql: string) => store.intake.run(sql as Parameters<typeof store.intake.run>[0]);
  const ask = <Row>(sql: string) => store.intake.rows<Row>(sql as Parameters<typeof store.intake.rows>[0]);
  const tables = await ask<{ table: string }>(
    "SELECT DISTINCT table FROM system.parts WHERE database = 'spectacle' AND active AND rows > 100",
  );
  for (const { table } of tables) await run(`OPTIMIZE TABLE spectacle.${table} FINAL`);
  const sizes = await ask<{ table: string; rows: number; size: number }>(
    "SELECT table, sum(rows) AS rows, sum(bytes_on_disk) AS size FROM system.parts WHERE database = 'spectacle' AND active GROUP BY table ORDER BY size DESC",
  );
  await store.close();
  rmSync(directory, { recursive: true, force: true });
  const events = sizes.find(({ table }) => table === 'events');
  if (!events) throw new Error('No event was stored.');
  const others = sizes.filter(({ table, size }) => table !== 'events' && size / events.rows >= 0.5);
  const detail = others.map(({ table, size }) => `${table} ${(size / events.rows).toFixed(1)}`).join(', ');
  return { bytesPerEvent: events.size / events.rows, detail: `the table of events; beside it ${detail}` };
}
