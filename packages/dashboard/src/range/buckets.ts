import type { Period } from '@spectacle/server/answers';
import { addDays, addMonths, type Days, lengthOf } from './days.ts';

/** A part of a range that a chart shows as one point. */
export interface Bucket {
  /** The first day of its day, week (from Monday) or month, which may lie before the range. */
  first: string;
  /** "Mar 3", "Mar 2026". */
  label: string;
}

const day = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', month: 'short', year: 'numeric' });

/** Points one can still tell apart, and a page draws at once. */
const most = 800;

/** The days, weeks or months that a range touches; of a longer range than can be drawn the latest. */
export function bucketsOf({ from, to }: Days, period: Period): Bucket[] {
  const buckets: Bucket[] = [];
  const format = period === 'month' ? month : day;
  for (let first = periodOf(to, period); buckets.length < most; first = periodOf(addDays(first, -1), period)) {
    buckets.unshift({ first, label: format.format(Date.parse(first)) });
    if (first <= from) break;
  }
  return buckets;
}

/** What one would look at a range by: few enough points to read, enough to see a course. */
export function usualBucket(days: Days): Period {
  const length = lengthOf(days);
  return length <= 31 ? 'day' : length <= 200 ? 'week' : 'month';
}

function periodOf(date: string, period: Period): string {
  if (period === 'month') return `${addMonths(date.slice(0, 7), 0)}-01`;
  // Days since a Monday.
  return period === 'week' ? addDays(date, -((lengthOf({ from: '1969-12-29', to: date }) - 1) % 7)) : date;
}
