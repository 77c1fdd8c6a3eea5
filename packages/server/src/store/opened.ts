import type { Sql } from './sql.ts';

/** Values of the parameters of a statement, by name. */
export type Parameters = Record<string, unknown>;

/** A way to a store: what the embedded engine and servers have in common. */
export interface Opened {
  /** Runs a query and returns its rows. */
  rows<Row>(query: Sql, parameters: Parameters): Promise<Row[]>;
  /** Runs a query and returns its rows as lines of JSON arrays. */
  lines(query: Sql, parameters: Parameters): Promise<string>;
  /** Runs a statement that returns nothing. */
  run(statement: Sql, parameters: Parameters): Promise<void>;
  /** Appends rows given as lines of JSON arrays, in the order of `columns`. Returns when they are stored. */
  append(table: string, columns: readonly string[], lines: string | Buffer): Promise<void>;
  close(): Promise<void>;
}
