import { randomBytes } from 'node:crypto';
import type { Connection } from './connection.ts';
import { migrate } from './migrate.ts';
import { type Sql, sql, statements } from './sql.ts';
import type { Store } from './store.ts';
import { storeTime } from './storeTime.ts';

const leftoversSql = sql(import.meta.url, 'leftovers.sql');
const copies = statements(sql(import.meta.url, 'copyPast.sql'));
const dropSql = sql(import.meta.url, 'dropScratch.sql');

/** A database of its own beside that of the store, with the same tables: for deriving something else from other events. */
export interface Scratch {
  /** Whatever reads and writes the store's tables reads and writes these instead. */
  connection: Connection;
  /** Fills it with what was known of a workspace at a moment, in milliseconds since 1970. Nothing is derived yet. */
  copyPast(workspaceId: string, asOf: number): Promise<void>;
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
    lines: (statement, parameters) => store.reading.lines(inside(statement), parameters),
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
    copyPast: async (workspaceId, asOf) => {
      const parameters = { workspace: workspaceId, asOf: storeTime(new Date(asOf).toISOString()) };
      for (const copy of copies) await store.reading.run(copy.replaceAll(/\bpast\./g, `${name}.`) as Sql, parameters);
    },
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
