import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { byKey, type FoundKey, type Key, largestFirst } from './breakdown.ts';
import type { EventPattern } from './eventPattern.ts';
import { type Period, periodAfter, periodOf } from './period.ts';
import { parametersOf, type Question } from './question.ts';

const retentionSql = sql(import.meta.url, 'retention.sql');

/** The periods of one life are the bits of a number, the first one's among them. */
export const mostPeriods = 63;

export interface Retention {
  /** Whose first event of this kind (ever) is in a period of the range are its cohort. */
  first: EventPattern;
  /** What shows that somebody is still there. */
  back: EventPattern;
  period: Period;
  /** How many periods after the first to look at, at most `mostPeriods`. */
  periods: number;
}

export interface Cohort extends Key {
  /** First day of the period. */
  cohort: string;
  size: number;
  /** How many came back in the same period, in the next one, …; null: not yet begun. */
  returned: (number | null)[];
}

/**
 * How many of those who began in a period were there in that one and in those after it, at or after their first event.
 *
 * @param now milliseconds since 1970
 */
export async function retentionReport(
  store: Pick<Store, 'reading'>,
  question: Question,
  { first, back, period, periods }: Retention,
  now: number,
): Promise<Cohort[]> {
  const found = await store.reading.rows<FoundKey & { cohort: string; size: number; returned: number[] }>(
    retentionSql,
    {
      ...parametersOf(question),
      period,
      periods,
      firstType: first.type,
      firstName: first.name,
      returnType: back.type,
      returnName: back.name,
    },
  );
  const current = periodOf(now, period, question.timeZone);
  return byKey(found, question.by)
    .map(([key, cohorts]) => ({ ...key, cohorts, size: cohorts.reduce((sum, { size }) => sum + size, 0) }))
    .sort(largestFirst)
    .flatMap(({ key, kind, cohorts }) =>
      cohorts
        .toSorted((a, b) => (a.cohort < b.cohort ? -1 : 1))
        .map(({ cohort, size, returned }) => ({
          key,
          kind,
          cohort,
          size,
          returned: returned.map((count, i) => (periodAfter(cohort, period, i) > current ? null : count)),
        })),
    );
}
