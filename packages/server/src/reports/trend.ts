import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { byKey, type FoundKey, type Key, largestFirst } from './breakdown.ts';
import type { EventPattern } from './eventPattern.ts';
import { type Period, periodAfter, periodOf } from './period.ts';
import { parametersOf, type Question } from './question.ts';

const trendSql = sql(import.meta.url, 'trend.sql');
const byPropertySql = sql(import.meta.url, 'trendByProperty.sql');

/** Empty periods are filled in this far back: thirteen years of days. */
const mostFilled = 5_000;

interface Counts {
  events: number;
  people: number;
  groups: number;
}

export interface Point extends Key, Counts {
  /** First day of the period. */
  period: string;
}

/**
 * How often events happened in each period of the range, and to how many people and companies. Periods without any are there, from the
 * start of the range (if it is open, from the first event) to its end or the period of `now`, whichever is earlier. A property tells
 * the events themselves apart; anything else, whose they are.
 *
 * @param now milliseconds since 1970
 */
export async function trendReport(
  store: Pick<Store, 'reading'>,
  question: Question,
  { event, period }: { event: EventPattern; period: Period },
  now: number,
): Promise<Point[]> {
  const parameters = { ...parametersOf(question), period, type: event.type, name: event.name };
  const found = await store.reading.rows<FoundKey & Counts & { period: string }>(
    parameters.property === '' ? trendSql : byPropertySql,
    parameters,
  );
  const seen = found.map((row) => row.period).sort();
  const periods = periodsOf(question, period, now, seen);
  const keys = byKey(found, question.by);
  if (keys.length === 0 && question.by === '') keys.push([{ key: '', kind: 'value' }, []]);
  return keys
    .map(([key, points]) => ({ ...key, points, size: points.reduce((sum, { events }) => sum + events, 0) }))
    .sort(largestFirst)
    .flatMap(({ key, kind, points }) => {
      const at = new Map(points.map((point) => [point.period, point]));
      return periods.map((start) => {
        const { events = 0, people = 0, groups = 0 } = at.get(start) ?? {};
        return { key, kind, period: start, events, people, groups };
      });
    });
}

/** The periods to show, in order; all that were seen are among them. */
function periodsOf({ from, to, timeZone }: Question, period: Period, now: number, seen: readonly string[]): string[] {
  const end = periodOf(Math.min(now, to === null ? now : to - 1), period, timeZone);
  const last = later(end, seen.at(-1) ?? '');
  const wanted = from === null ? (seen[0] ?? last) : periodOf(from, period, timeZone);
  const start = later(wanted, periodAfter(last, period, -mostFilled));
  const periods = new Set(seen);
  for (let at = start; at <= last; at = periodAfter(at, period, 1)) periods.add(at);
  return [...periods].sort();
}

const later = (a: string, b: string) => (a > b ? a : b);
