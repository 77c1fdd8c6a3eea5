// Moves an embedded store to a cluster of two shards while events arrive there, and compares the answers. SPECTACLE_BENCH_EVENTS says
// how large it is (10 million); SPECTACLE_BENCH_STORE names a directory that is filled once and used again.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterName, startNodes } from '../e2e/cluster/clickhouseNodes.ts';
import { fill } from './query/fill.ts';
import { whole, writeSection } from './results.ts';
import { built, startServer, temporary, token, workspaceId } from './server.ts';
import { SteadyEvents } from './steadyEvents.ts';

const events = Number(process.env.SPECTACLE_BENCH_EVENTS ?? 10_000_000);
const directory = process.env.SPECTACLE_BENCH_STORE ?? temporary();
const arrivingPerSecond = 100;

/** Of companies: those who arrive meanwhile belong to none. */
const paths = [
  'settings',
  'groups?limit=1000&sort=groupId',
  'groups?limit=1000&sort=-revenue',
  ...Array.from({ length: 50 }, (_, i) => i * 17).flatMap((company) => [
    `groups/company_${company}`,
    `groups/company_${company}/members?limit=100`,
    `groups/company_${company}/timeline?limit=200`,
    `groups/company_${company}/journey`,
  ]),
  ...Array.from({ length: 50 }, (_, i) => `people/user%3Auser_${i * 31}/timeline?limit=200`),
  'reports/attribution?level=group&model=linear&by=channel',
  'reports/attribution?level=group&model=markov&by=campaign&dating=conversion',
  'reports/retention?level=group&period=month&periods=12&from=2025-11-01T00:00:00Z&to=2026-11-01T00:00:00Z',
];

async function answers(url: string): Promise<string[]> {
  const bodies: string[] = [];
  for (const path of paths) {
    const response = await fetch(`${url}/api/workspaces/${workspaceId}/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    bodies.push(`${response.status} ${await response.text()}`);
  }
  return bodies;
}

const seconds = (since: number) => (performance.now() - since) / 1000;

if (!existsSync(join(directory, 'store'))) await fill({ directory }, events, Math.max(10, Math.round(events / 200)));
const embedded = await startServer(directory);
const before = await answers(embedded.url);
await embedded.stop();
console.log(`${whole(paths.length)} answers of the embedded store are noted.`);

const shards = await startNodes(2);
const env = {
  SPECTACLE_CLICKHOUSE_URL: shards.nodes.map(({ url }) => url).join(','),
  SPECTACLE_CLICKHOUSE_CLUSTER: clusterName,
};
try {
  const started = performance.now();
  const move = spawn(process.execPath, [join(built, 'main.js'), 'migrate-store', '--data', directory], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let told = '';
  const ready = new Promise<void>((resolve) => {
    move.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      if (told.includes('can be started')) resolve();
    });
  });
  const moved = new Promise<number | null>((resolve) => move.once('exit', resolve));
  const early = await Promise.race([ready, moved]);
  if (typeof early === 'number' && early !== 0) throw new Error(`migrate-store ended: ${told}`);
  const server = await startServer(directory, env);
  const arriving = new SteadyEvents(server.url, workspaceId, arrivingPerSecond);
  const code = await moved;
  const copying = seconds(started);
  const verdict = told.trim().split('\n').at(-1) ?? '';
  console.log(`${verdict}\nCopied in ${whole(copying)} s; deriving …`);
  const intake = await arriving.stop();
  let after = await answers(server.url);
  for (let behind = true; behind; ) {
    await sleep(2_000);
    behind = (await server.metric('spectacle_projection_backlog')) > 0;
    if (!behind) after = await answers(server.url);
  }
  const deriving = seconds(started);
  const unequal = paths.filter((_, i) => before[i] !== after[i]);
  console.log(unequal.length === 0 ? 'All answers are equal.' : `These answers differ: ${unequal.join(' ')}`);
  writeSection('migrate', 'Moving to a cluster', [
    `\`migrate-store\`, ${whole(events)} events, from the embedded store to two shards on the same machine, while ${arrivingPerSecond} events a second arrive there.`,
    '',
    '| | |',
    '|---|---|',
    `| copied and compared | ${whole(copying)} s, **${whole(events / copying)} events/s**: ${verdict} |`,
    `| derived on the cluster, from the beginning | ${whole(deriving)} s |`,
    `| events that arrived meanwhile | ${whole(intake.stored)} stored, ${intake.refused} requests refused; p50 ${whole(intake.p50)} ms, p99 ${whole(intake.p99)} ms |`,
    `| answers equal before and after | **${paths.length - unequal.length} of ${paths.length}** |`,
  ]);
  await server.stop();
  if (code !== 0 || unequal.length > 0) process.exitCode = 1;
} finally {
  await shards.remove();
}
