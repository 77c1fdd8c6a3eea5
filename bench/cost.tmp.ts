import { rmSync } from 'node:fs';
import { builtModule, temporary } from './server.ts';
import { demoEvents, rowsOf } from './traffic.ts';

const { openStore } = await builtModule<any>('store/store.js');
const { columns } = await builtModule<any>('collector/row.js');
const rows = await rowsOf(await demoEvents(100));
const ns = [10, 700, 5000];
const d = temporary();
const store = await openStore({ directory: d });
const [{ statement }] = (await store.reading.rows('SHOW CREATE TABLE spectacle.events')) as any;
const make = async (name: string, change: (s: string) => string) => {
  await store.intake.run(change(statement.replace('spectacle.events', `spectacle.${name}`)));
  return name;
};
const tables: Record<string, string> = {
  warm: await make('e_w', (s) => s),
  plain: await make('e_plain', (s) => s),
  'no version default': await make('e_nv', (s) =>
    s.replace(/`version` UInt128 DEFAULT[^\n]*/, '`version` UInt128 CODEC(ZSTD(1))'),
  ),
  'all strings plain codec': await make('e_c', (s) => s.replaceAll(/ CODEC\(ZSTD\(3\)\)/g, '')),
  'events + view': 'events',
};
console.log(
  ((await store.reading.rows('SHOW CREATE TABLE spectacle.e_nv')) as any)[0].statement
    .split('\n')
    .filter((l: string) => l.includes('version')),
);
for (const [name, table] of Object.entries(tables)) {
  const out = [];
  for (const n of ns) {
    const insert = (i: number) =>
      store.intake.append(
        `spectacle.${table}`,
        columns,
        rows.slice((i * n) % (rows.length - n), ((i * n) % (rows.length - n)) + n).join('\n'),
      );
    for (let i = 0; i < 3; i++) await insert(i);
    const c = process.cpuUsage(),
      t = performance.now();
    const N = n > 1000 ? 15 : 40;
    for (let i = 5; i < 5 + N; i++) await insert(i);
    const u = process.cpuUsage(c);
    out.push(
      `${n}: ${((u.user + u.system) / 1000 / N).toFixed(1)} ms cpu ${((performance.now() - t) / N).toFixed(1)} wall`,
    );
  }
  console.log(name.padEnd(20), out.join(' | '));
}
await store.close();
rmSync(d, { recursive: true, force: true });
