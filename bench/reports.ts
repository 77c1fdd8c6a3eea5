// How long reports take on many events. SPECTACLE_BENCH_EVENTS says how many; SPECTACLE_BENCH_STORE names a directory that was filled before.
import { rmSync } from 'node:fs';
import { openStore } from '@spectacle/server/store';
import { fill } from './query/fill.ts';
import { measureReports } from './query/reports.ts';
import { whole, writeSection } from './results.ts';
import { temporary, workspaceId } from './server.ts';

const events = Number(process.env.SPECTACLE_BENCH_EVENTS ?? 50_000_000);
const filled = process.env.SPECTACLE_BENCH_STORE;
const directory = filled ?? temporary();
if (filled === undefined) {
  const { writing, deriving } = await fill({ directory }, events, Math.ceil(events / 200));
  console.log(`  filled in ${whole(writing)} s, derived in ${whole(deriving)} s`);
}

const store = await openStore({ directory });
const [size] = await store.reading.rows<{ events: number; people: number; groups: number }>(
  `SELECT sum(events) AS events, count() AS people, (SELECT count() FROM spectacle.groups FINAL) AS groups FROM spectacle.people FINAL
   WHERE workspace = '${workspaceId}' AND events > 0` as Parameters<typeof store.reading.rows>[0],
);
const lines = await measureReports(store);
await store.close();
if (filled === undefined) rmSync(directory, { recursive: true, force: true });

writeSection('reports', 'Reports', [
  `${whole(size?.events ?? 0)} events of ${whole(size?.people ?? 0)} people in ${whole(size?.groups ?? 0)} companies, in the embedded store; the median of ten, warm.`,
  '',
  ...lines,
]);
