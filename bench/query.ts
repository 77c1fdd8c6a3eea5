// What a large store answers, and how fast, while it takes 1,000 events a second (SPECTACLE_BENCH_RATE): first in visits of people
// at work, then the short questions again with each event of another person. SPECTACLE_BENCH_EVENTS says how large (50 million);
// SPECTACLE_BENCH_STORE names a directory that is filled once and used again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fill, scanMilliseconds } from './query/fill.ts';
import { type Question, questions } from './query/questions.ts';
import { type Pattern, startTraffic, visibleAfter } from './query/traffic.ts';
import { median, whole, writeSection } from './results.ts';
import { startServer, temporary, token, workspaceId } from './server.ts';

const events = Number(process.env.SPECTACLE_BENCH_EVENTS ?? 50_000_000);
const directory = process.env.SPECTACLE_BENCH_STORE ?? temporary();
const turns = 10;
const trafficPerSecond = Number(process.env.SPECTACLE_BENCH_RATE ?? 1_000);

const filled = existsSync(join(directory, 'store'))
  ? undefined
  : await fill({ directory }, events, Math.max(10, Math.round(events / 200)));
if (filled) console.log(`Written in ${whole(filled.writing)} s, derived in ${whole(filled.deriving)} s.`);
const scan = await scanMilliseconds(directory);
console.log(`A bare count over one column: ${whole(scan)} ms`);

const server = await startServer(directory);
// What a former run left to derive is not what is measured here.
while ((await server.metric('spectacle_projection_backlog')) > 0) await sleep(500);
try {
  const lines = [
    `${whole(events)} made-up events of ${whole(events / 200)} people in ${whole(events / 2_000)} companies (bench/query/generate.sql), asked over HTTP.`,
    `Medians of ${turns}, warm, each about another company or person. A bare \`count()\` that reads one column takes ${whole(scan)} ms.`,
    ...(filled ? [`Written in ${whole(filled.writing)} s, derived in ${whole(filled.deriving)} s.`] : []),
    '',
    '**People at work**: events come in visits of 5 by 5,000 people who come back every 25 seconds at 1,000 a second.',
    ...(await under('visits', questions)),
    '',
    '**Strangers**: no two events within minutes are of the same person.',
    ...(await under(
      'strangers',
      questions.filter(({ short }) => short),
    )),
    '',
    `Largest resident memory ${whole(server.peakMemory())} MB.`,
  ];
  writeSection(`query-${events}`, `Questions to ${whole(events / 1e6)} million events`, lines);
} finally {
  await server.stop();
  if (process.env.SPECTACLE_BENCH_STORE === undefined) server.remove();
}
console.log('Written to bench/RESULTS.md.');

/** What the questions take while such traffic arrives, and when an event of it shows. */
async function under(pattern: Pattern, asked: Question[]): Promise<string[]> {
  const traffic = startTraffic(server.url, workspaceId, trafficPerSecond, pattern);
  try {
    // The derivation of what arrives is under way by then, and everybody has come once.
    await sleep(pattern === 'visits' ? 40_000 : 20_000);
    const rows: string[] = [];
    for (const question of asked) rows.push(await time(question));
    const waits: number[] = [];
    // One that does not show says enough: the derivation does not keep up.
    for (let turn = 0; turn < turns && waits.every(Number.isFinite); turn++)
      waits.push(await visibleAfter(server.url, workspaceId, token, turn));
    const visible = waits.every(Number.isFinite)
      ? `An event shows on its company's timeline ${whole(median(waits))} ms after its answer, at most ${whole(Math.max(...waits))} ms.`
      : `An event did not show on its company's timeline within a minute: ${whole(await server.metric('spectacle_projection_backlog'))} changes waited to be derived.`;
    console.log(visible);
    const { accepted, seconds, refused } = traffic.figures();
    if (accepted === 0)
      throw new Error('Nothing of the traffic was accepted, so these are figures of a store at rest.');
    return [
      `${whole(accepted / seconds)} events a second were accepted, ${refused} requests refused. ${visible}`,
      '',
      '| question | p50 | p95 | goal | times the bare scan |',
      '|---|---|---|---|---|',
      ...rows,
    ];
  } finally {
    traffic.stop();
  }
}

async function time({ name, paths, goal }: Question): Promise<string> {
  const times: number[] = [];
  for (let turn = -2; turn < turns; turn++) {
    const started = performance.now();
    for (const path of paths(turn + 2)) await ask(path);
    if (turn >= 0) times.push(performance.now() - started);
  }
  const [p50, p95] = [median(times), times.toSorted((a, b) => a - b)[Math.ceil(turns * 0.95) - 1] ?? Number.NaN];
  console.log(
    `${name.padEnd(52)} ${whole(p50).padStart(6)} ms, p95 ${whole(p95)} ms${p50 > goal ? `, goal ${goal}` : ''}`,
  );
  return `| ${name} | ${whole(p50)} ms | ${whole(p95)} ms | ${whole(goal)} ms | ${(p50 / scan).toFixed(1)} |`;
}

async function ask(path: string): Promise<void> {
  const response = await fetch(`${server.url}/api/workspaces/${workspaceId}/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await response.text();
  // A made-up company or person may have done nothing; that is an answer too.
  if (response.status !== 200 && response.status !== 404)
    throw new Error(`${path}: ${response.status} ${body.slice(0, 300)}`);
}
