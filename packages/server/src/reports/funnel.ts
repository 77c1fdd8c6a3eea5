import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { storeTime } from '../store/storeTime.ts';
import { byKey, type FoundKey, type Key, largestFirst } from './breakdown.ts';
import type { EventPattern } from './eventPattern.ts';
import { parametersOf, type Question } from './question.ts';

const funnelSql = sql(import.meta.url, 'funnel.sql');

const day = 86_400_000;
/** The end of the store's times. */
const latest = Date.UTC(2299, 11, 31);

export interface Funnel {
  /** Two to eight. */
  steps: readonly EventPattern[];
  /** How long after the first step all others must have happened. */
  windowDays: number;
}

/**
 * How many people or companies came how far: `counts[i]` reached step i + 1 at least. The first step is in the range, each other one
 * later than the step before it and at most the window after the first. Of several tries of one company the best counts.
 *
 * @example await funnelReport(store, question, { steps: [{ type: 'page', name: '/pricing' }, { type: 'track', name: 'Paid' }], windowDays: 30 });
 */
export async function funnelReport(
  store: Pick<Store, 'reading'>,
  question: Question,
  { steps, windowDays }: Funnel,
): Promise<{ rows: (Key & { counts: number[] })[]; total: { counts: number[] } }> {
  const found = await store.reading.rows<FoundKey & { reached: number; entities: number }>(funnelSql, {
    ...parametersOf(question),
    steps: steps.length,
    types: steps.map(({ type }) => type),
    names: steps.map(({ name }) => name),
    firstType: steps[0]?.type ?? '',
    firstName: steps[0]?.name ?? '',
    // In eighths of a millisecond; see funnel.sql.
    window: windowDays * day * 8,
    until: storeTime(new Date(Math.min((question.to ?? latest) + windowDays * day, latest)).toISOString()),
  });
  const counts = (rows: readonly { reached: number; entities: number }[]) =>
    steps.map((_, i) => rows.reduce((sum, { reached, entities }) => sum + (reached > i ? entities : 0), 0));
  const rows = byKey(found, question.by)
    .map(([key, of]) => ({ ...key, counts: counts(of) }))
    .sort((a, b) => largestFirst({ ...a, size: a.counts[0] ?? 0 }, { ...b, size: b.counts[0] ?? 0 }));
  return { rows, total: { counts: counts(found) } };
}
