import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { type Question, questionParameters } from './question.ts';
import type { SpendRow } from './spendBy.ts';

const unconvertedSql = sql(import.meta.url, 'unconverted.sql');

/** Money in a currency that had no rate within the seven days before, and that a report therefore leaves out. */
export interface Unconverted {
  of: 'revenue' | 'spend';
  currency: string;
  /** How many payments, or entries of spend. */
  entries: number;
  /** In the smallest unit of `currency`. */
  amount: number;
}

/** Payments that are in no row because they could not be converted, by currency. */
export async function readUnconverted(connection: Connection, question: Question): Promise<Unconverted[]> {
  const rows = await connection.rows<Omit<Unconverted, 'of'>>(unconvertedSql, questionParameters(question));
  return rows.map((row) => ({ of: 'revenue', ...row }));
}

/** The same of spend, by currency. */
export function unconvertedSpend(rows: readonly SpendRow[]): Unconverted[] {
  const found = new Map<string, Unconverted>();
  for (const { unconverted: currency, spend, entries } of rows) {
    if (currency === '') continue;
    const sum = found.get(currency) ?? { of: 'spend', currency, entries: 0, amount: 0 };
    found.set(currency, { ...sum, entries: sum.entries + entries, amount: sum.amount + spend });
  }
  return [...found.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
