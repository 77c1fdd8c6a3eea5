// What the collector takes: acknowledged events a second against raw inserts of the same rows, latencies, memory, overload, bytes.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Load } from './generator.ts';
import { underLoad } from './load.ts';
import { rawInsertRate } from './rawInsert.ts';
import { median, whole, writeSection } from './results.ts';
import { type Running, startBare, startServer, workspaceId } from './server.ts';
import { storedBytes } from './storedBytes.ts';
import { demoEvents, rowsOf } from './traffic.ts';

const seconds = Number(process.env.SPECTACLE_BENCH_SECONDS ?? 10);
const runs = Number(process.env.SPECTACLE_BENCH_RUNS ?? 3);
const companies = 400;

type Shape = Pick<Load, 'path' | 'eventsPerRequest' | 'connections'>;
const batches: Shape = { path: '/v1/batch', eventsPerRequest: 100, connections: 128 };
const singles: Shape = { path: '/v1/b', eventsPerRequest: 1, connections: 1024 };
const tenfold = (shape: Shape): Shape => ({ ...shape, connections: 10 * shape.connections });

/** One load on a server of its own with an empty store. */
async function run(shape: Shape) {
  const server = await startServer();
  try {
    const idle = server.cpuSeconds();
    const load = { ...shape, url: server.url, writeKey: workspaceId, companies, warmUpSeconds: 3, seconds };
    const measured = await underLoad(load);
    return { ...measured, rate: measured.acknowledged / measured.seconds, ...(await aftermath(server, idle)) };
  } finally {
    await server.stop();
    server.remove();
  }
}

/** What the load left: memory, processor time an event, and how far the derivation is behind. */
async function aftermath(server: Running, idleCpu: number) {
  while ((await server.metric('spectacle_intake_held_bytes')) > 0) await sleep(50);
  const accepted = await server.metric('spectacle_events_accepted_total');
  const microseconds = ((server.cpuSeconds() - idleCpu) / accepted) * 1_000_000;
  return {
    accepted,
    memory: server.peakMemory(),
    microseconds,
    backlog: await server.metric('spectacle_projection_backlog'),
  };
}

type Outcome = Awaited<ReturnType<typeof run>>;

async function repeated(name: string, shape: Shape): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let count = 0; count < runs; count++) {
    const outcome = await run(shape);
    outcomes.push(outcome);
    const { rate, p50, p99, memory, microseconds, backlog, statuses } = outcome;
    console.log(
      `${name}, ${shape.connections} connections: ${whole(rate)} events/s, p50 ${whole(p50)} ms, p99 ${whole(p99)} ms, ${whole(memory)} MB, ` +
        `${microseconds.toFixed(0)} µs of processor an event, ${whole(backlog)} changes to derive, ${JSON.stringify(statuses)}`,
    );
  }
  return outcomes;
}

const of = (outcomes: Outcome[], figure: (outcome: Outcome) => number) => median(outcomes.map(figure));
const rate = (outcomes: Outcome[]) => of(outcomes, (outcome) => outcome.rate);
const milliseconds = (outcomes: Outcome[], figure: 'p50' | 'p99') =>
  `${whole(of(outcomes, (outcome) => outcome[figure]))} ms`;
const percent = (share: number) => `${Math.round(share * 100)} %`;

const events = await demoEvents(companies);
const jsonBytes = Buffer.byteLength(JSON.stringify(events)) / events.length;
console.log(
  `Demo traffic of ${companies} companies: ${whole(events.length)} events, ${whole(jsonBytes)} bytes of JSON each.`,
);
const rows = await rowsOf(events);

const raw: number[] = [];
const measureRaw = async () => {
  raw.push(await rawInsertRate(rows));
  console.log(`Raw inserts: ${whole(raw.at(-1) ?? 0)} rows/s`);
};
await measureRaw();
const batched = await repeated('Batches of 100', batches);
await measureRaw();
const single = await repeated('Single events', singles);
const manyBatches = await repeated('Batches of 100', tenfold(batches));
const manySingles = await repeated('Single events', tenfold(singles));
await measureRaw();

const bare = await startBare('bareServer.mjs');
const bareLoad = { ...singles, url: bare.url, writeKey: workspaceId, companies, warmUpSeconds: 2, seconds };
const parsed = await underLoad(bareLoad);
await bare.stop();
const bareRate = parsed.acknowledged / parsed.seconds;
console.log(`Bare node:http that parses the same single events: ${whole(bareRate)} requests/s`);
const stored = await storedBytes(rows);
console.log(`Stored: ${stored.bytesPerEvent.toFixed(1)} bytes an event`);

const all = [...batched, ...single, ...manyBatches, ...manySingles];
writeSection('ingest', 'Ingest', [
  `Demo traffic, ${whole(jsonBytes)} bytes of JSON an event; medians of ${runs} runs of ${seconds} s on an empty store. An event is`,
  'acknowledged when its insert has returned. The derivation of people and companies runs beside it.',
  '',
  '| | |',
  '|---|---|',
  `| raw inserts of the same rows, 10,000 at a time, nothing else running | ${whole(median(raw))} rows/s |`,
  `| batches of 100, ${batches.connections} connections | **${whole(rate(batched))} events/s**, ${percent(rate(batched) / median(raw))} of raw; p50 ${milliseconds(batched, 'p50')}, p99 ${milliseconds(batched, 'p99')} |`,
  `| single events, ${whole(singles.connections)} connections | **${whole(rate(single))} events/s**; p50 ${milliseconds(single, 'p50')}, p99 ${milliseconds(single, 'p99')} |`,
  `| bare \`node:http\` that parses the same single events and stores nothing | ${whole(bareRate)} requests/s; with storing ${percent(rate(single) / bareRate)} of it |`,
  `| batches, ten times the connections | ${whole(rate(manyBatches))} events/s, ${percent(rate(manyBatches) / rate(batched))} of the above |`,
  `| single events, ten times the connections | ${whole(rate(manySingles))} events/s, ${percent(rate(manySingles) / rate(single))} of the above |`,
  `| processor time of the server an event, derivation included | ${of(batched, (o) => o.microseconds).toFixed(0)} µs in batches, ${of(single, (o) => o.microseconds).toFixed(0)} µs alone |`,
  `| largest resident memory in all of these | ${whole(Math.max(...all.map(({ memory }) => memory)))} MB |`,
  `| stored, after merging | **${stored.bytesPerEvent.toFixed(1)} bytes an event** (${stored.detail}) |`,
]);
console.log('Written to bench/RESULTS.md.');
