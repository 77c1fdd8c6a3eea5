import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, Parameters } from './connection.ts';
import { type Sql, sql } from './sql.ts';

const underWay = sql(import.meta.url, 'deletions.sql');

/** Milliseconds between two looks. */
const lookEveryMs = 500;

/**
 * Deletes rows of large tables, one statement after the other. Returns when that has happened, however long it takes: a server goes on
 * with a deletion whose statement is not waited for any more.
 * @throws what a deletion fails with, and what `goOn` throws, which is asked before each and while one takes long.
 */
export async function deleteAll(
  connection: Connection,
  texts: readonly Sql[],
  parameters: Parameters,
  goOn: () => void,
): Promise<void> {
  for (const text of texts) {
    goOn();
    try {
      await connection.run(text, parameters);
    } catch (error) {
      if (!(await isUnderWay(connection))) throw error;
      do {
        await sleep(lookEveryMs);
        goOn();
      } while (await isUnderWay(connection));
    }
  }
}

async function isUnderWay(connection: Connection): Promise<boolean> {
  const [found] = await connection.rows<{ left: number; failure: string }>(underWay);
  if (found && found.failure !== '') throw new Error(`Rows could not be deleted: ${found.failure}`);
  return found !== undefined && found.left > 0;
}
