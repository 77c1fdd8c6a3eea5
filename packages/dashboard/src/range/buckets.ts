import { addDays, addMonths, type Days, lengthOf } from './days.ts';

/** A part of a range that a chart shows as one point. */
export interface Bucket extends Days {
  /** "Mar 3", "Mar 2026", "2026". */
  label: string;
}

const day = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', month: 'short', year: 'numeric' });

/**
 * Cuts a range into at most 16 parts: days, weeks from its first day on, calendar months, quarters, or years. Together they
 * are the range, so their sums are its sums.
 */
export function bucketsOf(days: Days): Bucket[] {
  const length = lengthOf(days);
  if (length <= 14) return steps(days, (from) => addDays(from, 1), day);
  if (length <= 98) return steps(days, (from) => addDays(from, 7), day);
  if (length <= 430) return steps(days, monthsLater(1), month);
  if (length <= 1400) return steps(days, monthsLater(3), month);
  const years = Math.ceil(length / 366 / 16);
  return steps(days, monthsLater(12 * years), month);
}

/** The beginning of the next calendar period of so many months. */
function monthsLater(months: number) {
  return (from: string) => {
    const inYear = Number(from.slice(5, 7)) - 1;
    const past = months >= 12 ? inYear : inYear % months;
    return `${addMonths(from.slice(0, 7), months - past)}-01`;
  };
}

function steps({ from, to }: Days, next: (from: string) => string, format: Intl.DateTimeFormat): Bucket[] {
  const buckets: Bucket[] = [];
  for (let start = from; start <= to; ) {
    const after = next(start);
    const last = addDays(after, -1);
    buckets.push({ from: start, to: last < to ? last : to, label: format.format(Date.parse(start)) });
    start = after;
  }
  return buckets;
}
