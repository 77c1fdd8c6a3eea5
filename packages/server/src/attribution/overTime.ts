import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { creditUnit } from './arithmetic.ts';
import { type ChainOptions, markovEffects } from './effects.ts';
import { wholeEffects } from './effectWeights.ts';
import type { ModelName } from './models.ts';
import { type Question, questionParameters } from './question.ts';

const creditSql = sql(import.meta.url, 'creditOverTime.sql');
const visitsSql = sql(import.meta.url, 'visitsOverTime.sql');
const unattributedSql = sql(import.meta.url, 'unattributedOverTime.sql');

/** What adds up over periods. Visitors do not: who comes in two of them is one visitor. */
interface Sums {
  visits: number;
  leads: number;
  customers: number;
  revenue: number;
}

export interface OverTimeAsked extends ChainOptions {
  model: ModelName;
  bucket: 'day' | 'week' | 'month';
  /** Values of the breakdown: those that have most of `measure` in the whole range; all others become one. */
  limit: number;
  measure: keyof Sums;
}

/** A part of a row: what of it is dated in one period. `period`: its first day. */
export interface Piece extends Sums {
  key: string;
  kind: 'value' | 'other' | 'unattributed';
  period: string;
}

type Found = Partial<Sums> & { key: string; period: string };

/** What a report calls a visit without a value. */
const notSet = '(not set)';

/**
 * One model's report, apart by day, week or month: the pieces of a row add up to the row of the report of the whole range, and all
 * pieces to its total. A piece that has nothing is left out.
 */
export async function attributionOverTime(
  { reading }: Pick<Store, 'reading'>,
  question: Question,
  { model, bucket, limit, measure, ...chain }: OverTimeAsked,
): Promise<Piece[]> {
  const effects = model === 'markov' ? await markovEffects(reading, question, chain) : new Map<string, number>();
  const parameters = { ...questionParameters(question), period: bucket };
  const [credits, visits, unattributed] = await Promise.all([
    reading.rows<Found>(creditSql, { ...parameters, model, effects: wholeEffects(effects) }),
    reading.rows<Found>(visitsSql, parameters),
    reading.rows<Omit<Found, 'key'>>(unattributedSql, parameters),
  ]);
  const values = [...credits, ...visits].map(({ key, ...row }) => ({ ...row, key: key === '' ? notSet : key }));
  const most = largest(values, measure, limit);
  const pieces = new Map<string, Piece>();
  const add = (kind: Piece['kind'], key: string, row: Omit<Found, 'key'>, unit: number) => {
    const name = JSON.stringify([kind, key, row.period]);
    const piece = pieces.get(name) ?? { key, kind, period: row.period, visits: 0, leads: 0, customers: 0, revenue: 0 };
    piece.visits += row.visits ?? 0;
    piece.leads += (row.leads ?? 0) * unit;
    piece.customers += (row.customers ?? 0) * unit;
    piece.revenue += row.revenue ?? 0;
    pieces.set(name, piece);
  };
  for (const row of values) {
    if (most.has(row.key)) add('value', row.key, row, 1);
    else add('other', 'Other', row, 1);
  }
  for (const row of unattributed) add('unattributed', 'Unattributed', row, creditUnit);
  const place = ({ kind, key }: Piece) => (kind === 'value' ? (most.get(key) ?? 0) : kind === 'other' ? 1e6 : 1e6 + 1);
  return (
    [...pieces.values()]
      // Only now fractions: until here all sums are of whole numbers, the same in any order.
      .map((piece) => ({ ...piece, leads: piece.leads / creditUnit, customers: piece.customers / creditUnit }))
      .sort((a, b) => place(a) - place(b) || (a.period < b.period ? -1 : 1))
  );
}

/** The values that have most of a measure, with their places. */
function largest(rows: readonly Found[], measure: keyof Sums, limit: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row.key, (sums.get(row.key) ?? 0) + (row[measure] ?? 0));
  const sorted = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Map(sorted.slice(0, limit).map(([key], place) => [key, place]));
}
