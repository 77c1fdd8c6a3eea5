import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { wholeEffects } from './effectWeights.ts';
import type { ModelName } from './models.ts';
import { type Question, questionParameters } from './question.ts';

const creditSql = sql(import.meta.url, 'credit.sql');
const unattributedSql = sql(import.meta.url, 'unattributed.sql');

/** Revenue in the smallest unit of the currency. */
export interface CreditRow {
  leads: number;
  customers: number;
  revenue: number;
}

/** What each value of the breakdown earned under each model, leads and customers in parts of `creditUnit`; '' is a visit without a value. */
export async function readCredits(
  connection: Connection,
  question: Question,
  models: readonly ModelName[],
  effects: ReadonlyMap<string, number>,
): Promise<(CreditRow & { model: ModelName; key: string })[]> {
  return await connection.rows(creditSql, {
    ...questionParameters(question),
    models,
    effects: wholeEffects(effects),
  });
}

/** What no visit earned, whatever the model; leads and customers as they are. */
export async function readUnattributed(connection: Connection, question: Question): Promise<CreditRow> {
  const [row] = await connection.rows<CreditRow>(unattributedSql, questionParameters(question));
  return row ?? { leads: 0, customers: 0, revenue: 0 };
}
