import { type Cluster, onEveryNode } from './cluster.ts';
import type { Everywhere } from './connection.ts';
import { addresses, type ServerLocation } from './open.ts';
import { type Choice, openAny } from './openAny.ts';
import type { Opened } from './opened.ts';
import { openServer } from './openServer.ts';
import { type Sql, sql } from './sql.ts';
import { clusterSettings, replicatedSettings } from './storeSettings.ts';

const hasKeeper = sql(import.meta.url, 'hasKeeper.sql');
const ownPlaces = sql(import.meta.url, 'ownPlaces.sql');
const kind = sql(import.meta.url, 'kind.sql');

/** A deletion rewrites parts, and the largest of them take long. In milliseconds. */
const statementMs = 3_600_000;

/** The nodes of a cluster, for what has to be done on every one of them. */
export interface ClusterNodes {
  /** It has a Keeper, and so replicas. */
  keeper: boolean;
  everywhere: Everywhere;
  close(): Promise<void>;
}

/**
 * Opens the nodes of a cluster. With a Keeper one address is enough, and ClickHouse hands statements on (ON CLUSTER);
 * without one the addresses of all nodes are needed.
 * @throws a sentence for the operator if a node is missing, or if the store was made without the cluster.
 */
export async function openNodes(location: ServerLocation, name: string, choice: Choice): Promise<ClusterNodes> {
  const open = (settings: typeof clusterSettings) =>
    addresses(location).map((url) => openServer(url, { settings, patienceMs: statementMs, atOnce: 10 }));
  const nodes = open(clusterSettings);
  const replicas = open(replicatedSettings);
  const close = async () => {
    await Promise.all([...nodes, ...replicas].map((node) => node.close()));
  };
  try {
    if (nodes.length === 0)
      throw new Error('SPECTACLE_CLICKHOUSE_URL is empty. Name the address of at least one node.');
    const any = openAny(nodes, choice);
    const keeper = (await any.rows<{ connected: boolean }>(hasKeeper, {})).some(({ connected }) => connected);
    // Where there are replicas one node may be down.
    await checkPlaces(keeper ? [any] : nodes, name, keeper);
    const [made] = await any.rows<{ engine: string }>(kind, {});
    if (made && made.engine !== 'Distributed') {
      throw new Error(
        `The store at ${location.url} was made without a cluster. Move it with "spectacle migrate-store", or leave out SPECTACLE_CLICKHOUSE_CLUSTER.`,
      );
    }
    return { keeper, everywhere: runner(keeper ? [openAny(replicas, choice)] : nodes, { name, keeper }), close };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}

function runner(nodes: readonly Opened[], cluster: Cluster): Everywhere {
  // The texts are those of files, so there are few.
  const known = new Map<Sql, Sql[] | undefined>();
  return async (statement, parameters) => {
    if (!known.has(statement)) known.set(statement, onEveryNode(statement, cluster));
    const written = known.get(statement);
    for (const one of written ?? []) await Promise.all(nodes.map((node) => node.run(one, parameters)));
    return written !== undefined;
  };
}

/** Each node tells which places of the cluster it is; without a Keeper all of them must be told. */
async function checkPlaces(nodes: readonly Opened[], name: string, keeper: boolean): Promise<void> {
  const reached = new Set<string>();
  const all = new Map<string, string>();
  for (const node of nodes) {
    const places = await node.rows<{ place: string; address: string; own: boolean }>(ownPlaces, { name });
    for (const { place, address, own } of places) {
      all.set(place, address);
      if (own) reached.add(place);
    }
  }
  if (all.size === 0) {
    throw new Error(
      `ClickHouse knows no cluster "${name}". Add it to remote_servers of every node, or name one of system.clusters in SPECTACLE_CLICKHOUSE_CLUSTER.`,
    );
  }
  const missing = [...all].filter(([place]) => !reached.has(place)).map(([place, address]) => `${place} (${address})`);
  if (!keeper && missing.length > 0) {
    throw new Error(
      `The cluster "${name}" has no Keeper, so every node must be named, and these are not: ${missing.join('; ')}. List the addresses of all nodes in SPECTACLE_CLICKHOUSE_URL, separated by commas.`,
    );
  }
}
