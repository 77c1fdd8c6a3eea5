// What the network costs: the same questions and the same intake on the embedded store, on one ClickHouse server, and on two shards; and what
// heavy reports do to the intake beside them. SPECTACLE_BENCH_EVENTS says how large the store is (300,000).
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterName, startNodes } from '../e2e/cluster/clickhouseNodes.ts';
import { underLoad } from './load.ts';
import { fill } from './query/fill.ts';
import { median, whole, writeSection } from './results.ts';
import { type Running, startServer, temporary, token, workspaceId } from './server.ts';
import { quantiles, type Seen, SteadyEvents } from './steadyEvents.ts';

const events = Number(process.env.SPECTACLE_BENCH_EVENTS ?? 300_000);
const seconds = Number(process.env.SPECTACLE_BENCH_SECONDS ?? 8);
const steadyPerSecond = 100;
const turns = 5;
const alternations = 4;

const year = 'from=2025-11-01T00:00:00Z&to=2026-11-01T00:00:00Z';
const steps = encodeURIComponent(
  JSON.stringify([
    { type: 'page', name: '' },
    { type: 'track', name: 'Payment Received' },
  ]),
);

const questions = [
  ['companies by revenue', 'groups?limit=50&sort=-revenue'],
  ["a company's timeline", 'groups/company_7/timeline?limit=50'],
  ["a company's journey under all models", 'groups/company_7/journey'],
  ['attribution by channel, all nine models', `reports/models?level=group&by=channel&${year}`],
  ['a funnel from any page view, a year', `reports/funnel?level=group&steps=${steps}&windowDays=30&${year}`],
  ['retention of people by week, a year', `reports/retention?level=person&period=week&periods=26&${year}`],
] as const;
const heavy = questions.slice(3).map(([, path]) => path);

const places = [
  { name: 'embedded', nodes: 0 },
  { name: 'one server', nodes: 1 },
  { name: 'two shards', nodes: 2 },
] as const;

interface Figures {
  answers: number[];
  alone: Seen;
  beside: Seen;
  reports: number;
  batches: { rate: number; p99: number };
}

async function ask(server: Running, path: string): Promise<void> {
  const response = await fetch(`${server.url}/api/workspaces/${workspaceId}/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body.slice(0, 300)}`);
}

/** The intake at a steady rate, alone and beside two people who ask for heavy reports without a pause. */
async function besideReports(server: Running) {
  const arriving = new SteadyEvents(server.url, workspaceId, steadyPerSecond);
  const alone: number[] = [];
  const beside: number[] = [];
  let reports = 0;
  // By turns, so that whatever else the machine does meanwhile falls on both.
  for (let turn = 0; turn < alternations; turn++) {
    await sleep(1_000);
    arriving.take();
    await sleep((seconds * 1000) / 2);
    alone.push(...arriving.take());
    let asking = true;
    const asker = async () => {
      while (asking) for (const path of heavy) await ask(server, path).then(() => reports++);
    };
    const askers = Promise.all([asker(), asker()]);
    await sleep((seconds * 1000) / 2);
    beside.push(...arriving.take());
    asking = false;
    await askers;
  }
  await arriving.stop();
  return { alone: quantiles(alone), beside: quantiles(beside), reports };
}

async function measure(server: Running): Promise<Figures> {
  const answers: number[] = [];
  for (const [, path] of questions) {
    const times: number[] = [];
    for (let turn = -1; turn < turns; turn++) {
      const started = performance.now();
      await ask(server, path);
      if (turn >= 0) times.push(performance.now() - started);
    }
    answers.push(median(times));
  }
  const steady = await besideReports(server);
  const load = { path: '/v1/batch', eventsPerRequest: 100, connections: 64, companies: 100, warmUpSeconds: 2, seconds };
  const { acknowledged, seconds: lasted, p99 } = await underLoad({ ...load, url: server.url, writeKey: workspaceId });
  return { answers, ...steady, batches: { rate: acknowledged / lasted, p99 } };
}

async function at({ name, nodes }: (typeof places)[number]): Promise<Figures> {
  const directory = temporary();
  const servers = nodes > 0 ? await startNodes(nodes) : undefined;
  const url = servers?.nodes.map((node) => node.url).join(',') ?? '';
  const cluster = nodes > 1 ? clusterName : undefined;
  try {
    const filled = await fill(
      servers ? { url, cluster } : { directory },
      events,
      Math.max(10, Math.round(events / 200)),
    );
    const env = servers && { SPECTACLE_CLICKHOUSE_URL: url, SPECTACLE_CLICKHOUSE_CLUSTER: cluster ?? '' };
    const server = await startServer(directory, env);
    try {
      const figures = await measure(server);
      const { alone, beside, reports, batches } = figures;
      console.log(
        `${name}: written in ${whole(filled.writing)} s, derived in ${whole(filled.deriving)} s; ${whole(batches.rate)} events/s in batches; ` +
          `${steadyPerSecond} single events/s p99 ${whole(alone.p99)} ms alone, ${whole(beside.p99)} ms beside ${reports} reports`,
      );
      return figures;
    } finally {
      await server.stop();
      server.remove();
    }
  } finally {
    await servers?.remove();
  }
}

const measured: Figures[] = [];
for (const place of places) measured.push(await at(place));

const row = (name: string, figure: (figures: Figures) => string) => `| ${name} | ${measured.map(figure).join(' | ')} |`;
const raised = ({ alone, beside }: Figures) =>
  `${beside.p99 >= alone.p99 ? '+' : ''}${whole((beside.p99 / alone.p99 - 1) * 100)} %`;
writeSection('cluster', 'The price of the network', [
  `${whole(events)} events (bench/query/generate.sql); servers, shards, Spectacle and the load on one machine, so this is the price of HTTP, of`,
  `the native protocol and of second processes, without that of cables. Questions are medians of ${turns}, warm; the intake is measured for ${seconds} s,`,
  `that beside reports in ${alternations} turns of ${seconds / 2} s, with as many without between them.`,
  '',
  `| | ${places.map(({ name }) => name).join(' | ')} |`,
  '|---|---|---|---|',
  ...questions.map(([name], i) => row(name, ({ answers }) => `${whole(answers[i] ?? Number.NaN)} ms`)),
  row(
    'batches of 100, 64 connections',
    ({ batches }) => `**${whole(batches.rate)} events/s**, p99 ${whole(batches.p99)} ms`,
  ),
  row(`${steadyPerSecond} single events a second, p50`, ({ alone }) => `${whole(alone.p50)} ms`),
  row('… p99', ({ alone }) => `${whole(alone.p99)} ms`),
  row('… p50 beside two who ask for heavy reports without a pause', ({ beside }) => `${whole(beside.p50)} ms`),
  row('… p99 beside them', (figures) => `**${whole(figures.beside.p99)} ms**, ${raised(figures)}`),
  row('reports that they got meanwhile', ({ reports }) => whole(reports)),
]);
console.log('Written to bench/RESULTS.md.');
