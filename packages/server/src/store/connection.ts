import type { Opened } from './open.ts';
import type { Sql } from './sql.ts';

export type Parameters = Record<string, unknown>;

/** What one purpose (intake, projection, reading) may do with the store. */
export interface Connection {
  /** Runs a query and returns its rows. */
  rows<Row>(sql: Sql, parameters?: Parameters): Promise<Row[]>;
  /** Runs a query and returns its rows as lines of JSON arrays, as `append` takes them. */
  lines(sql: Sql, parameters?: Parameters): Promise<string>;
  /** Runs a statement that returns nothing. */
  run(sql: Sql, parameters?: Parameters): Promise<void>;
  /** Appends rows given as lines of JSON arrays, in the order of `columns`. Returns when they are stored. */
  append(table: string, columns: readonly string[], lines: string | Buffer): Promise<void>;
}

/** Runs a statement that concerns every node of a cluster on all of them; false if one node is enough for it. */
export type Everywhere = (sql: Sql, parameters: Parameters) => Promise<boolean>;

/** Wraps a client; `busy` counts the statements under way on it. */
export function connect(
  { client, append }: Opened,
  everywhere: Everywhere = async () => false,
): Connection & { readonly busy: number } {
  let busy = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    busy++;
    try {
      return await work();
    } finally {
      busy--;
    }
  };
  return {
    get busy() {
      return busy;
    },
    rows: <Row>(sql: Sql, parameters: Parameters = {}) =>
      counted(async () => {
        const result = await client.query({ query: sql, query_params: parameters, format: 'JSONEachRow' });
        return await result.json<Row>();
      }),
    lines: (sql, parameters = {}) =>
      counted(async () => {
        const result = await client.query({ query: sql, query_params: parameters, format: 'JSONCompactEachRow' });
        return await result.text();
      }),
    run: (sql, parameters = {}) =>
      counted(async () => {
        if (await everywhere(sql, parameters)) return;
        await client.command({ query: sql, query_params: parameters });
      }),
    append: (table, columns, lines) => counted(() => append(table, columns, lines)),
  };
}
