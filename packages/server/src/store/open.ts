import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  type ClickHouseClient,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
  parseError,
} from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';

/** Where the events are: the directory of an embedded ClickHouse (chDB), or a server or cluster. */
export type StoreLocation = { directory: string } | ServerLocation;

export interface ServerLocation {
  /** Address of a server; of a cluster the addresses of its nodes, separated by commas. */
  url: string;
  /** Name of the cluster in the servers' configuration (`remote_servers`). */
  cluster?: string | undefined;
}

type ClientConnection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']>;

const settings: ClickHouseSettings = {
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
  // `sum(events) AS events, max(events)`: inside a query a name is first of all a column.
  prefer_column_name_to_alias: 1,
  // A delete has happened when its statement returns.
  mutations_sync: '1',
  lightweight_deletes_sync: '1',
};

const serverSettings: ClickHouseSettings = {
  ...settings,
  // Inserts are grouped already; the server's own grouping, on by default since 26.x, would only make them wait.
  async_insert: 0,
};

const clusterSettings: ClickHouseSettings = {
  ...serverSettings,
  // What a condition or a join reads, it reads from all shards, and not from the one that happens to ask.
  distributed_product_mode: 'global',
  // Acknowledged is what the shards have, and not what waits on a node to be sent to them.
  distributed_foreground_insert: 1,
  // The rows of an INSERT … SELECT belong to other shards than what they were computed from.
  parallel_distributed_insert_select: '0',
  // Whoever reads asks the replica that was written to, as long as it lives.
  load_balancing: 'in_order',
  allow_nondeterministic_mutations: 1,
};

/** A client, and the fastest way it has to append lines of JSON arrays. */
export interface Opened {
  client: ClickHouseClient;
  append(table: string, columns: readonly string[], lines: string | Buffer): Promise<void>;
}

/**
 * Opens one connection. A connection to the embedded store runs its queries one after the other; two on the same
 * directory run side by side. The directory is locked by the process that opened it. `limits` hold for its statements.
 */
export function openClient(location: StoreLocation, limits: ClickHouseSettings = {}): Opened {
  return 'url' in location
    ? openServer(addresses(location)[0] ?? '', location.cluster !== undefined, limits)
    : openEmbedded(location.directory, limits);
}

/** The nodes of a server or cluster, each by its address. */
export function addresses({ url }: ServerLocation): string[] {
  return url
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

export function openServer(url: string, inCluster: boolean, limits: ClickHouseSettings = {}): Opened {
  const client = createClient({
    url,
    clickhouse_settings: { ...(inCluster ? clusterSettings : serverSettings), ...limits },
    // What goes wrong is thrown, and logged by whoever catches it.
    log: { level: ClickHouseLogLevel.OFF },
  });
  return {
    client,
    append: async (table, columns, lines) => {
      const query = `INSERT INTO ${table} (${columns.join(', ')}) FORMAT JSONCompactEachRow`;
      const { stream } = await client.exec({ query, values: Readable.from([asBytes(lines)]) });
      await text(stream);
    },
  };
}

function openEmbedded(directory: string, limits: ClickHouseSettings): Opened {
  const chdb = createChdbConnection({ path: directory });
  // chDB implements the client's Connection interface, but is typed against another copy of it; the versions of both are
  // pinned because of this cast.
  const connection = chdb as unknown as ClientConnection;
  return {
    client: createClient({ connection, clickhouse_settings: { ...settings, ...limits } }),
    append: async (table, columns, lines) => {
      try {
        // As bytes: as the text of a statement the same lines cost 70 % more, most of it in copies and in their parser.
        const values = asBytes(lines);
        await chdb.chdb.rawInsert({ table, columns, format: 'JSONCompactEachRow', values, settings: oneThread });
      } catch (error) {
        // Into the client's kind of error, with the name of what is wrong, as its own methods do.
        throw error instanceof Error ? parseError(error.message) : error;
      }
    },
  };
}

/** Handing a few thousand rows from thread to thread costs more than it gains; the cores have other work. */
const oneThread = { max_threads: 1, input_format_parallel_parsing: 0 };

const asBytes = (lines: string | Buffer) => (typeof lines === 'string' ? Buffer.from(lines) : lines);
