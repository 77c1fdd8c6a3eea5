import type { Opened, Parameters } from './opened.ts';
import { nameOf, type Sql } from './sql.ts';

export type { Parameters };

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

/** Hears of each statement how long it took, in milliseconds, by the name of its file or table. */
export type Watch = (statement: string, milliseconds: number) => void;

/** Wraps what was opened; `busy` counts the statements under way on it. */
export function connect(
  opened: Opened,
  {
    everywhere = async () => false,
    watch = () => {},
  }: { everywhere?: Everywhere | undefined; watch?: Watch | undefined },
): Connection & { readonly busy: number } {
  let busy = 0;
  const counted = async <T>(name: () => string, work: () => Promise<T>): Promise<T> => {
    busy++;
    const started = performance.now();
    try {
      return await work();
    } finally {
      busy--;
      watch(name(), performance.now() - started);
    }
  };
  return {
    get busy() {
      return busy;
    },
    rows: <Row>(sql: Sql, parameters: Parameters = {}) =>
      counted(
        () => nameOf(sql),
        () => opened.rows<Row>(sql, parameters),
      ),
    lines: (sql, parameters = {}) =>
      counted(
        () => nameOf(sql),
        () => opened.lines(sql, parameters),
      ),
    run: (sql, parameters = {}) =>
      counted(
        () => nameOf(sql),
        async () => {
          if (!(await everywhere(sql, parameters))) await opened.run(sql, parameters);
        },
      ),
    append: (table, columns, lines) =>
      counted(
        () => `insert into ${table}`,
        () => opened.append(table, columns, lines),
      ),
  };
}
