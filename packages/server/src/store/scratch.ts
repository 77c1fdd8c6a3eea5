import { randomBytes } from 'node:crypto';
import type { Connection } from './connection.ts';
import { migrate } from './migrate.ts';
import { type Sql, sql } from './sql.ts';
import type { Store } from './store.ts';

const leftoversSql = sql(import.meta.url, 'leftovers.sql');
const dropSql = sql(import.meta.url, 'dropScratch.sql');

/** A database of its own beside that of the store, with the same tables: for deriving something else from other events. */
export interface Scratch {
  /** Whatever reads and writes the store's tables reads and writes these instead. */
  connection: Connection;
  /** Runs a statement that reads from the store and writes into the scratch database, which it calls `past`. */
  copy(statement: Sql, parameters: Record<string, unknown>): Promise<void>;
  /** Removes it with all its tables. */
  remove(): Promise<void>;
}

/** Makes a scratch database. What a process that was killed has left is removed by `removeLeftovers`. */
export async function makeScratch(store: Pick<Store, 'reading'>): Promise<Scratch> {
  const name = `spectacle_past_${Date.now()}_${randomBytes(4).toString('hex')}`;
  // The texts are those of files, so there are few.
  const known = new Map<string, Sql>();
  const inside = (text: string): Sql => {
    const renamed = known.get(text) ?? (text.replaceAll(/\bspectacle\b/g, name) as Sql);
    known.set(text, renamed);
    return renamed;
  };
  const connection: Connection = {
    rows: (statement, parameters) => store.reading.rows(inside(statement), parameters),
    run: (statement, parameters) => store.reading.run(inside(statement), parameters),
    append: (table, columns, lines) => store.reading.append(inside(table), columns, lines),
  };
  const remove = () => store.reading.run(dropSql, { name });
  try {
    await migrate(connection);
  } catch (error) {
    await remove().catch(() => {});
    throw error;
  }
  return {
    connection,
    copy: (statement, parameters) =>
      store.reading.run(statement.replaceAll(/\bpast\./g, `${name}.`) as Sql, parameters),
    remove,
  };
}

/**
 * Removes the scratch databases that were made before a moment, in milliseconds since 1970: those of processes that did not live
 * to remove them.
 */
export async function removeLeftovers(connection: Connection, before: number): Promise<void> {
  for (const { name } of await connection.rows<{ name: string }>(leftoversSql)) {
    if (Number(name.split('_')[2]) < before) await connection.run(dropSql, { name });
  }
}
