import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { creditUnit } from './arithmetic.ts';
import { type ChainOptions, markovEffects } from './effects.ts';
import { wholeEffects } from './effectWeights.ts';
import type { ModelName } from './models.ts';
import { type Question, questionParameters } from './question.ts';

const behindSql = sql(import.meta.url, 'journeysBehind.sql');
const namedSql = sql(import.meta.url, 'journeysNamed.sql');

/** Visits whose channels are told of each journey: the latest. */
const latest = 30;

/** What a report calls a visit without a value. */
const notSet = '(not set)';

/** Where a page of the list ends; leads in parts of `creditUnit`. */
export interface JourneyPlace {
  revenue: number;
  leads: number;
  id: string;
}

interface Found extends JourneyPlace {
  visits: number;
  customers: number;
  allJourneys: number;
  allLeads: number;
  allCustomers: number;
  allRevenue: number;
}

interface Named {
  id: string;
  cutoff: string;
  visitsInAll: number;
  channels: string[];
  name: string;
}

export interface JourneysAsked extends ChainOptions {
  model: ModelName;
  /** The row: a value of the breakdown as the report shows it. */
  key: string;
  limit: number;
  after: JourneyPlace | undefined;
}

/**
 * The journeys that the row `key` of a report is made of, those that add most to it first. All of them together are the row: `total`
 * has its leads, customers and revenue exactly.
 */
export async function journeysBehind(
  store: Pick<Store, 'reading'>,
  question: Question,
  { model, key, limit, after, ...chain }: JourneysAsked,
) {
  const effects = model === 'markov' ? await markovEffects(store.reading, question, chain) : new Map<string, number>();
  const found = await store.reading.rows<Found>(behindSql, {
    ...questionParameters(question),
    model,
    effects: wholeEffects(effects),
    keys: key === notSet ? ['', notSet] : [key],
    limit: limit + 1,
    afterId: after?.id ?? '',
    afterRevenue: after?.revenue ?? 0,
    afterLeads: after?.leads ?? 0,
  });
  const page = found.slice(0, limit);
  const named = await store.reading.rows<Named>(namedSql, {
    workspace: question.workspaceId,
    level: question.level,
    latest,
    ids: page.map(({ id }) => id),
  });
  const names = new Map(named.map((row) => [row.id, row]));
  const [first] = found;
  const last = page.at(-1);
  return {
    rows: page.map(({ id, visits, leads, customers, revenue }) => ({
      id,
      name: names.get(id)?.name || null,
      cutoff: names.get(id)?.cutoff ?? null,
      visits,
      visitsInAll: names.get(id)?.visitsInAll ?? visits,
      channels: names.get(id)?.channels ?? [],
      leads: leads / creditUnit,
      customers: customers / creditUnit,
      revenue,
    })),
    total: {
      journeys: first?.allJourneys ?? 0,
      leads: (first?.allLeads ?? 0) / creditUnit,
      customers: (first?.allCustomers ?? 0) / creditUnit,
      revenue: first?.allRevenue ?? 0,
    },
    next: found.length > limit && last ? { revenue: last.revenue, leads: last.leads, id: last.id } : null,
  };
}
