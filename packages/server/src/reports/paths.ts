import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { parametersOf, type Question } from './question.ts';

const pathsSql = sql(import.meta.url, 'paths.sql');
const stepsSql = sql(import.meta.url, 'pathSteps.sql');

/** What became of the people or companies that came by a path. Revenue in the smallest unit of the currency. */
export interface Outcome {
  entities: number;
  leads: number;
  customers: number;
  revenue: number;
}

export interface PathStep {
  /** Place of `from` in its path, from 0. */
  position: number;
  from: string;
  to: string;
  entities: number;
}

const nobody: Outcome = { entities: 0, leads: 0, customers: 0, revenue: 0 };
const shown = (key: string) => (key === '' ? '(not set)' : key);

/**
 * The ways that journeys took which ended in the range, as what their visits came through; of a longer way the last eight. `fold` leaves
 * out repeats in a row. `steps` are those of all paths, not only of the `limit` commonest.
 */
export async function pathReport(
  store: Pick<Store, 'reading'>,
  question: Question,
  { fold }: { fold: boolean },
): Promise<{ rows: (Outcome & { path: string[] })[]; steps: PathStep[]; total: Outcome }> {
  const parameters = { ...parametersOf(question), fold };
  const [found, steps] = await Promise.all([
    store.reading.rows<Outcome & { path: string[]; whole: 0 | 1 }>(pathsSql, parameters),
    store.reading.rows<PathStep>(stepsSql, parameters),
  ]);
  const outcome = ({ entities, leads, customers, revenue }: Outcome) => ({ entities, leads, customers, revenue });
  return {
    rows: found
      .filter(({ whole }) => whole === 0)
      .map(({ path, ...row }) => ({ path: path.map(shown), ...outcome(row) })),
    steps: steps.map(({ position, from, to, entities }) => ({ position, from: shown(from), to: shown(to), entities })),
    total: outcome(found.find(({ whole }) => whole === 1) ?? nobody),
  };
}
