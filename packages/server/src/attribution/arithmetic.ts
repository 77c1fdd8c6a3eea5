import type { Connection } from '../store/connection.ts';
import { sql, statements } from '../store/sql.ts';

const weights = statements(sql(import.meta.url, 'weights.sql'));

/** Makes the store know the arithmetic of attribution (weights.sql). Before the first report, at every start. */
export async function loadArithmetic(connection: Connection): Promise<void> {
  for (const statement of weights) await connection.run(statement);
}

/** Leads and customers are divided in parts of this size: whole numbers, so that their sums are the same in any order. */
export const creditUnit = 232_792_560;
