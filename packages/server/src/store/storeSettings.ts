import type { ClickHouseSettings } from '@clickhouse/client';

/** What statements are written for, wherever they run. */
export const storeSettings: ClickHouseSettings = {
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
  // `sum(events) AS events, max(events)`: inside a query a name is first of all a column.
  prefer_column_name_to_alias: 1,
  // A time in a statement reaches the other shards as a count of seconds, and only this way of reading one knows those before
  // September 2001, when they had less than ten digits.
  cast_string_to_date_time_mode: 'basic',
  // A delete has happened when its statement returns.
  mutations_sync: '1',
  lightweight_deletes_sync: '1',
};

export const serverSettings: ClickHouseSettings = {
  ...storeSettings,
  // Inserts are grouped already; the server's own grouping, on by default since 26.x, would only make them wait.
  async_insert: 0,
};

export const clusterSettings: ClickHouseSettings = {
  ...serverSettings,
  // What a condition or a join reads, it reads from all shards, and not from the one that happens to ask.
  distributed_product_mode: 'global',
  // Acknowledged is what the shards have, and not what waits on a node to be sent to them.
  distributed_foreground_insert: 1,
  // The rows of an INSERT … SELECT belong to other shards than what they were computed from.
  parallel_distributed_insert_select: '0',
  // Whoever reads asks the replica that was written to, as long as it lives: the first of its shard, whichever node is asked.
  load_balancing: 'in_order',
  allow_nondeterministic_mutations: 1,
};

/** Newer than the types of the client, hence the cast. */
const onlyActive = 'none_only_active' as string as 'none';

/** Where the cluster has a Keeper. */
export const replicatedSettings: ClickHouseSettings = {
  ...clusterSettings,
  prefer_localhost_replica: 0,
  // A replica that is down holds up no statement: it catches up when it is back.
  distributed_ddl_output_mode: onlyActive,
};
