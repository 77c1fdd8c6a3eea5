import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRelay } from './relay.ts';

/** Name of the cluster that the nodes know each other by: a shard each. */
export const clusterName = 'spectacle_test';

const program = fileURLToPath(new URL('./clickhouseNode.mjs', import.meta.url));

/** A real ClickHouse server on loopback. Its data outlives its process. */
export interface ClickHouseNode {
  readonly url: string;
  readonly pid: number | undefined;
  /** Starts it (again), on the same ports; returns when it answers. */
  start(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export interface ClickHouseNodes {
  readonly nodes: readonly ClickHouseNode[];
  /** Kills all of them and removes their data. */
  remove(): Promise<void>;
}

/**
 * Starts real ClickHouse servers as the shards of one cluster, in processes and temporary directories of their own.
 * `backups`: a directory that they may write backups to.
 */
export async function startNodes(count: number, backups = '/nowhere'): Promise<ClickHouseNodes> {
  const directory = await mkdtemp(join(tmpdir(), 'spectacle-clickhouse-'));
  const ports = await freePorts(count * 2);
  const places = Array.from({ length: count }, (_, i) => ({ http: ports[2 * i] ?? 0, tcp: ports[2 * i + 1] ?? 0 }));
  const relays = await Promise.all(places.map(({ tcp }) => startRelay(tcp)));
  await writeFile(join(directory, 'users.xml'), users);
  const nodes = await Promise.all(
    places.map(async ({ http, tcp }, own) => {
      const config = join(directory, `node${own + 1}.xml`);
      // By its own port a node knows which of the shards it is.
      const shards = relays.map(({ port }, i) => (i === own ? tcp : port));
      await writeFile(config, configuration(shards, backups));
      return oneNode(config, join(directory, `node${own + 1}`), http, tcp);
    }),
  );
  const remove = async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    await Promise.all(relays.map((relay) => relay.close()));
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await Promise.all(nodes.map((node) => node.start()));
  } catch (error) {
    await remove();
    throw error;
  }
  return { nodes, remove };
}

function oneNode(config: string, data: string, httpPort: number, tcpPort: number): ClickHouseNode {
  let child: ChildProcess | undefined;
  const url = `http://127.0.0.1:${httpPort}`;
  return {
    url,
    get pid() {
      return child?.pid;
    },
    async start() {
      await mkdir(data, { recursive: true });
      const started = spawn(process.execPath, [program, config, data, `${httpPort}`, `${tcpPort}`], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      let said = '';
      for (const stream of [started.stdout, started.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          said = (said + text).slice(-10_000);
        });
      }
      started.once('exit', (_code, signal) => {
        if (signal !== 'SIGKILL') console.error(`A ClickHouse node ended by itself:\n${said}`);
      });
      while (!(await answers(url))) {
        if (ended(started)) throw new Error(`A ClickHouse node ended before it served:\n${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async kill() {
      if (!child || ended(child)) return;
      const exit = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGKILL');
      await exit;
    },
  };
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ping`)).ok;
  } catch {
    return false;
  }
}

/** Ports that were free a moment ago; all are taken before any is given back, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  return await Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      return typeof address === 'object' && address ? address.port : 0;
    }),
  );
}

/** As the parts of a configuration that servers have by default, and clickhouse-local has not. */
const users = `<clickhouse>
  <profiles>
    <default>
      <use_hedged_requests>0</use_hedged_requests>
      <http_max_field_value_size>16777216</http_max_field_value_size>
    </default>
  </profiles>
  <quotas><default></default></quotas>
  <users>
    <default>
      <password></password>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
      <access_management>1</access_management>
    </default>
  </users>
</clickhouse>
`;

const configuration = (tcpPorts: readonly number[], backups: string) => `<clickhouse>
  <users_config>users.xml</users_config>
  <backups><allowed_path>${backups}</allowed_path></backups>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers>
    <${clusterName}>
${tcpPorts.map((port) => `      <shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`).join('\n')}
    </${clusterName}>
  </remote_servers>
</clickhouse>
`;
