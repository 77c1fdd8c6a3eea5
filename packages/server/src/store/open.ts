import { type ClickHouseClient, type ClickHouseSettings, createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';

/** Where the events are: the directory of an embedded ClickHouse (chDB), or the address of a server. */
export type StoreLocation = { directory: string } | { url: string };

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

/**
 * Opens one connection. A connection to the embedded store runs its queries one after the other; two on the same
 * directory run side by side. The directory is locked by the process that opened it.
 */
export function openClient(location: StoreLocation): ClickHouseClient {
  if ('url' in location) return createClient({ url: location.url, clickhouse_settings: settings });
  // chDB implements the client's Connection interface, but is typed against another copy of it; the versions of both are
  // pinned because of this cast.
  const connection = createChdbConnection({ path: location.directory }) as unknown as ClientConnection;
  return createClient({ connection, clickhouse_settings: settings });
}
