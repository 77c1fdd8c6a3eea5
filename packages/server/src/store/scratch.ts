import { randomBytes } from 'node:crypto';
import type { Connection, Parameters } from './connection.ts';
import { migrate } from './migrate.ts';
import { type Sql, sql, statements } from './sql.ts';
import type { Store } from './store.ts';
import { storeTime } from './storeTime.ts';

const leftoversSql = sql(import.meta.url, 'leftovers.sql');
const isLinkable = sql(import.meta.url, 'isLinkable.sql');
const makeSql = sql(import.meta.url, 'makeScratch.sql');
const tables = statements(sql(import.meta.url, 'tablesOfPast.sql'));
const links = statements(sql(import.meta.url, 'linkPast.sql'));
const copies = statements(sql(import.meta.url, 'copyPast.sql'));
const rates = sql(import.meta.url, 'pastRates.sql');
const dropSql = sql(import.meta.url, 'dropScratch.sql');

/** What of which moment, in milliseconds since 1970, a scratch database is for. */
export interface PastMoment {
  workspaceId: string;
  asOf: number;
}

/** A database of its own beside that of the store, with tables of the same names: for deriving something else from other events. */
export interface Scratch {
  /** Whatever reads and writes the store's tables reads and writes these instead. */
  connection: Connection;
  /** Fills one that was made empty with what was received by a moment. Nothing is derived yet. */
  copyPast(moment: PastMoment): Promise<void>;
  /**
   * Fills one that was made for links with everything as it is today, derived tables and all, and the rates that were loaded by a
   * moment. By the connection of the derivation, while no run is under way.
   */
  linkToday(moment: PastMoment, projection: Connection): Promise<void>;
  /** Removes it with all its tables. */
  remove(): Promise<void>;
}

/** Can the store's tables be linked into a scratch database? Those of a cluster cannot: their parts are on many nodes. */
export async function canLink({ reading }: Pick<Store, 'reading'>): Promise<boolean> {
  const [found] = await reading.rows<{ linkable: 0 | 1 }>(isLinkable);
  return found?.linkable === 1;
}

/**
 * Makes a scratch database, as an empty store, or for links to today's tables (only where `canLink`). What a process that was killed has
 * left is removed by `removeLeftovers`.
 */
export async function makeScratch(store: Pick<Store, 'reading'>, purpose: 'empty' | 'links'): Promise<Scratch> {
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
  /** Runs statements that name both databases. */
  const both = async (by: Connection, texts: readonly Sql[], parameters: Parameters) => {
    for (const text of texts) await by.run(text.replaceAll(/\bpast\./g, `${name}.`) as Sql, parameters);
  };
  const fill = (by: Connection, texts: readonly Sql[], { workspaceId, asOf }: PastMoment) =>
    both(by, texts, { workspace: workspaceId, asOf: storeTime(new Date(asOf).toISOString()) });
  const remove = () => store.reading.run(dropSql, { name });
  try {
    if (purpose === 'empty') await migrate(connection);
    else {
      await store.reading.run(makeSql, { name });
      await both(store.reading, tables, {});
    }
  } catch (error) {
    await remove().catch(() => {});
    throw error;
  }
  return {
    connection,
    copyPast: (moment) => fill(store.reading, [...copies, rates], moment),
    linkToday: (moment, projection) => fill(projection, [...links, rates], moment),
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
