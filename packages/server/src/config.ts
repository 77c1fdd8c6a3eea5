import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { StoreLocation } from './store/open.ts';

export interface Config {
  port: number;
  host: string;
  store: StoreLocation;
  /** Id of the workspace made at the first start; a random one if undefined. */
  workspaceId: string | undefined;
  /** Admin token of that workspace; made and printed once if undefined. */
  token: string | undefined;
  logLevel: string;
  /** What this process does; everything if undefined. Several processes on one server or cluster may divide the work. */
  roles?: Roles | undefined;
  /** Events a second that each workspace may send; undefined: as many as it likes. */
  rateLimit?: number | undefined;
  /**
   * Whose X-Forwarded-… headers are believed: addresses, networks (10.0.0.0/8), or `loopback`, `linklocal`, `uniquelocal`.
   * Undefined: `loopback`.
   */
  trustedProxies?: string[] | undefined;
}

/** `collects`: takes events. `serves`: answers the API and the web app, and can derive. */
export interface Roles {
  collects: boolean;
  serves: boolean;
}

/** Flags of the command line; they have the names of the variables and win over them. */
export type Flags = Partial<
  Record<
    | 'port'
    | 'host'
    | 'data'
    | 'clickhouseUrl'
    | 'clickhouseCluster'
    | 'roles'
    | 'workspace'
    | 'token'
    | 'trustedProxies',
    string
  >
>;

/**
 * The configuration of SPEC section 9. This is the only reader of the environment.
 * @throws a sentence for the operator if a value makes no sense.
 */
export function readConfig(flags: Flags = {}, env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(flags.port ?? env.SPECTACLE_PORT ?? 8765);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`SPECTACLE_PORT must be a port number from 0 to 65535, not "${flags.port ?? env.SPECTACLE_PORT}".`);
  }
  const rateLimit = Number(env.SPECTACLE_RATE_LIMIT || 0);
  if (!(rateLimit >= 0)) {
    throw new Error(`SPECTACLE_RATE_LIMIT must be a number of events per second, not "${env.SPECTACLE_RATE_LIMIT}".`);
  }
  const url = flags.clickhouseUrl ?? env.SPECTACLE_CLICKHOUSE_URL;
  const cluster = (flags.clickhouseCluster ?? env.SPECTACLE_CLICKHOUSE_CLUSTER) || undefined;
  if (cluster && !url) {
    throw new Error('SPECTACLE_CLICKHOUSE_CLUSTER needs SPECTACLE_CLICKHOUSE_URL: the addresses of the cluster.');
  }
  return {
    port,
    host: flags.host ?? env.SPECTACLE_HOST ?? '127.0.0.1',
    store: url ? { url, cluster } : { directory: resolve(flags.data ?? env.SPECTACLE_DATA ?? 'data') },
    workspaceId: flags.workspace ?? env.SPECTACLE_WORKSPACE,
    token: flags.token ?? env.SPECTACLE_TOKEN,
    logLevel: env.SPECTACLE_LOG ?? 'warn',
    roles: readRoles(flags.roles ?? env.SPECTACLE_ROLES, url !== undefined),
    rateLimit: rateLimit || undefined,
    trustedProxies: readProxies(flags.trustedProxies ?? env.SPECTACLE_TRUSTED_PROXIES),
  };
}

/** Names that Fastify knows for RFC 1122's 127.0.0.0/8 and ::1, RFC 3927's link-local, and RFC 1918's and 4193's private networks. */
const namedNetworks = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Only a process of this machine can have a loopback address, and the usual proxy is one; so that is believed if nothing is
 * said. Whoever else could connect directly could give itself any address.
 */
function readProxies(text: string | undefined): string[] {
  const names = (text || 'loopback').split(',').map((name) => name.trim());
  if (names.length === 1 && names[0] === 'none') return [];
  const wrong = names.find((name) => !namedNetworks.includes(name) && !isNetwork(name));
  if (wrong !== undefined) {
    throw new Error(
      `SPECTACLE_TRUSTED_PROXIES must list addresses or networks (10.0.0.7, 10.0.0.0/8), ${namedNetworks.join(', ')}, or be "none"; this is none of them: "${wrong}".`,
    );
  }
  return names;
}

/** An address, or one with the length of its network's prefix; /0 would be everybody. */
function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    length === undefined || (/^\d+$/.test(length) && Number(length) > 0 && Number(length) <= (version === 4 ? 32 : 128))
  );
}

function readRoles(text: string | undefined, shared: boolean): Roles | undefined {
  if (!text) return undefined;
  const names = text.split(',').map((name) => name.trim());
  if (!names.every((name) => name === 'collect' || name === 'serve')) {
    throw new Error(`SPECTACLE_ROLES must be "collect", "serve" or "collect,serve", not "${text}".`);
  }
  if (!shared && names.length < 2) {
    throw new Error(
      'An embedded store has one process, which does everything. SPECTACLE_ROLES needs SPECTACLE_CLICKHOUSE_URL.',
    );
  }
  return { collects: names.includes('collect'), serves: names.includes('serve') };
}
