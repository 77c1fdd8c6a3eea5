import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { type Question, questionParameters } from './question.ts';

const spendSql = sql(import.meta.url, 'spendBy.sql');

export interface SpendRow {
  key: string;
  /** The currency of what has no rate; '' is the workspace's. */
  unconverted: string;
  /** In the smallest unit of that currency. */
  spend: number;
  entries: number;
}

/** What ads cost in the range, by the values of the breakdown; with one key '' where spend is not known by it. */
export async function readSpendBy(connection: Connection, question: Question): Promise<SpendRow[]> {
  return await connection.rows(spendSql, questionParameters(question));
}
