import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Directory of the built server; the benchmarks measure what users run. */
export const built = process.env.SPECTACLE_DIST ?? join(process.cwd(), 'packages/server/dist');

/** A module of the built server. */
export const builtModule = async <Module>(path: string): Promise<Module> => (await import(join(built, path))) as Module;

export const workspaceId = 'ws_bench';
export const token = 'a-token-of-the-benchmarks-0123456789';

/** Where the data directories are made; SPECTACLE_BENCH_DIR names another disk. */
export const temporary = () => mkdtempSync(join(process.env.SPECTACLE_BENCH_DIR ?? tmpdir(), 'spectacle-bench-'));

export interface Running {
  url: string;
  directory: string;
  pid: number;
  /** Largest resident memory so far, in MB. */
  peakMemory(): number;
  /** A figure of /metrics. */
  metric(name: string): Promise<number>;
  /** CPU seconds used so far. */
  cpuSeconds(): number;
  /** Ends it; the data stays until `remove`. */
  stop(): Promise<void>;
  remove(): void;
}

/** Starts the built server, in a process of its own, on an empty data directory if not said otherwise; `more`: further variables. */
export async function startServer(directory = temporary(), more: Record<string, string> = {}): Promise<Running> {
  if (!existsSync(join(built, 'main.js'))) throw new Error('The server is not built. Run: npm run build');
  const env = {
    PATH: process.env.PATH,
    SPECTACLE_PORT: '0',
    SPECTACLE_DATA: directory,
    SPECTACLE_WORKSPACE: workspaceId,
    SPECTACLE_TOKEN: token,
    SPECTACLE_LOG: 'error',
    // As `npm start` does.
    UV_THREADPOOL_SIZE: '12',
    ...more,
  };
  const profile = process.env.SPECTACLE_BENCH_PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.SPECTACLE_BENCH_PROFILE}`]
    : [];
  // As `npm start` does.
  const options = ['--max-semi-space-size=32', ...profile];
  const child = spawn(process.execPath, [...options, join(built, 'main.js'), 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await saidBy(child, /Spectacle\s+(http:\S+)/);
  return {
    url,
    directory,
    ...figures(child),
    metric: async (name) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
    },
    stop: () => ended(child, 'SIGTERM'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Starts another entry of the benchmarks, built beside this one. */
export async function startBare(script: string): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(process.cwd(), 'bench/dist/run', script)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { url: await saidBy(child, /(http:\S+)/), stop: () => ended(child, 'SIGTERM') };
}

function saidBy(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const found = pattern.exec(told)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${told}`)));
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}

/** What Linux tells of a process; elsewhere nothing. */
function figures({ pid = 0 }: ChildProcess) {
  const read = (file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  return {
    pid,
    peakMemory: () => Number(/VmHWM:\s+(\d+)/.exec(read('status'))?.[1] ?? Number.NaN) / 1024,
    cpuSeconds: () => {
      // After the name in parentheses, which may hold anything, the 12th and 13th fields are ticks of 10 ms.
      const fields = read('stat').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
  };
}
