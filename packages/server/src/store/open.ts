import type { ClickHouseSettings } from '@clickhouse/client';
import { type Choice, openAny } from './openAny.ts';
import { openEmbedded } from './openEmbedded.ts';
import type { Opened } from './opened.ts';
import { openServer } from './openServer.ts';
import { clusterSettings, replicatedSettings, serverSettings } from './storeSettings.ts';

/** Where the events are: the directory of an embedded ClickHouse (chDB), or a server or cluster. */
export type StoreLocation = { directory: string } | ServerLocation;

export interface ServerLocation {
  /** Address of a server; of a cluster the addresses of its nodes, separated by commas. */
  url: string;
  /** Name of the cluster in the servers' configuration (`remote_servers`). */
  cluster?: string | undefined;
}

/** What a connection is for. */
export interface Purpose {
  /** Limits that hold for its statements. */
  limits: ClickHouseSettings;
  /** Of a server: milliseconds after which an answer is not waited for any more. */
  patienceMs: number;
  /** Of a server: statements on their way at the same time. */
  atOnce: number;
}

/** What connections to the nodes of one cluster have in common. */
export interface Together {
  choice: Choice;
  /** The cluster has a Keeper, and so replicas. */
  replicated: boolean;
}

/**
 * Opens one connection. A connection to the embedded store runs its queries one after the other; two on the same
 * directory run side by side. The directory is locked by the process that opened it.
 */
export function openConnection(location: StoreLocation, purpose: Purpose, { choice, replicated }: Together): Opened {
  if (!('url' in location)) return openEmbedded(location.directory, purpose.limits);
  const { limits, ...options } = purpose;
  const common = location.cluster === undefined ? serverSettings : replicated ? replicatedSettings : clusterSettings;
  const settings = { ...common, ...limits };
  return openAny(
    addresses(location).map((url) => openServer(url, { ...options, settings })),
    choice,
  );
}

/** The nodes of a server or cluster, each by its address. */
export function addresses({ url }: ServerLocation): string[] {
  return url
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}
