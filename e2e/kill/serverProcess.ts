import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { elsewhere } from '../cluster/elsewhere.ts';

/** The build in this checkout, or one named by a variable: an installed one, say. */
const main =
  process.env.SPECTACLE_MAIN ?? fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url));

export const workspaceId = 'ws_kill';
export const token = 'a-token-of-the-kill-test-0123456789';

/**
 * A real server in a process of its own, built as users run it, on a data directory that outlives it. It can be killed
 * and started again; whoever sends meanwhile asks for the address of its present life.
 */
export class ServerProcess {
  readonly #directory: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | undefined;
  #url: string | undefined;
  #awaited: ((url: string) => void)[] = [];
  /** What it wrote to its log in all its lives. */
  log = '';

  /** `env`: what differs from an embedded store in that directory. */
  constructor(directory: string, env: Record<string, string> = {}) {
    if (!existsSync(main)) throw new Error('The server is not built. Run: npm run build');
    this.#directory = directory;
    this.#env = env;
  }

  /** Address of the present life; between two lives it waits for the next. */
  address(): Promise<string> {
    return this.#url === undefined ? new Promise((resolve) => this.#awaited.push(resolve)) : Promise.resolve(this.#url);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Returns when the server takes requests. */
  async start(): Promise<string> {
    const store = this.#env.SPECTACLE_CLICKHOUSE_URL ? undefined : await elsewhere(this.#directory);
    const child = spawn(process.execPath, [main, 'start'], {
      env: {
        ...(store && { SPECTACLE_CLICKHOUSE_URL: store.url, SPECTACLE_CLICKHOUSE_CLUSTER: store.cluster ?? '' }),
        PATH: process.env.PATH,
        SPECTACLE_PORT: '0',
        SPECTACLE_DATA: this.#directory,
        SPECTACLE_WORKSPACE: workspaceId,
        SPECTACLE_TOKEN: token,
        SPECTACLE_LOG: 'error',
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.log += text;
    });
    let told = '';
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        this.log += text;
        told += text;
        const address = /Spectacle\s+(http:\S+)/.exec(told)?.[1];
        if (address) resolve(address);
      });
      child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it served:\n${this.log}`)));
    });
    this.#url = url;
    for (const resolve of this.#awaited.splice(0)) resolve(url);
    return url;
  }

  /** SIGKILL: no chance to finish anything. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** SIGTERM, as service managers send it. Returns the exit code. */
  async stop(): Promise<number | null> {
    return await this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    this.#url = undefined;
    child.kill(signal);
    return await ended;
  }
}
