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
  /** Events a second that each workspace may send; undefined: as many as it likes. */
  rateLimit?: number | undefined;
}

/** Flags of the command line; they have the names of the variables and win over them. */
export type Flags = Partial<Record<'port' | 'host' | 'data' | 'clickhouseUrl' | 'workspace' | 'token', string>>;

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
  return {
    port,
    host: flags.host ?? env.SPECTACLE_HOST ?? '127.0.0.1',
    store: url ? { url } : { directory: resolve(flags.data ?? env.SPECTACLE_DATA ?? 'data') },
    workspaceId: flags.workspace ?? env.SPECTACLE_WORKSPACE,
    token: flags.token ?? env.SPECTACLE_TOKEN,
    logLevel: env.SPECTACLE_LOG ?? 'warn',
    rateLimit: rateLimit || undefined,
  };
}
