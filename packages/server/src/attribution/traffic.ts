import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { type Question, questionParameters } from './question.ts';

const trafficSql = sql(import.meta.url, 'traffic.sql');
const byTraitSql = sql(import.meta.url, 'trafficByTrait.sql');

export interface TrafficRow {
  /** '' is a visit without a value. */
  key: string;
  visits: number;
  visitors: number;
  /** Visitors counted under one of their values only: over all rows they are the visitors, each once. */
  people: number;
}

/** Who visited in the range, and how often, by the values of the breakdown. */
export async function readTraffic(connection: Connection, question: Question): Promise<TrafficRow[]> {
  const parameters = questionParameters(question);
  return await connection.rows(parameters.trait === '' ? trafficSql : byTraitSql, parameters);
}
