const day = 86_400_000;

/** Days of the workspace's calendar, "2026-03-31", both included. */
export interface Days {
  from: string;
  to: string;
}

const written = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

/** The ranges one picks by name, the widest last. */
export const presets = [
  { range: '7d', label: 'Last 7 days' },
  { range: '30d', label: 'Last 30 days' },
  { range: '90d', label: 'Last 90 days' },
  { range: '12m', label: 'Last 12 months' },
  { range: 'all', label: 'All time' },
] as const;

/**
 * The days that a range in the address means; null is all time, as is a range that nobody knows.
 *
 * @example daysOf('7d', '2026-03-31') // { from: '2026-03-25', to: '2026-03-31' }
 * @example daysOf('2026-01-01..2026-01-31', '2026-03-31') // { from: '2026-01-01', to: '2026-01-31' }
 */
export function daysOf(range: string, today: string): Days | null {
  const [, from, to] = written.exec(range) ?? [];
  if (from !== undefined && to !== undefined && isDay(from) && isDay(to)) {
    return from <= to ? { from, to } : { from: to, to: from };
  }
  const [, number, unit] = /^(\d{1,3})([dm])$/.exec(range) ?? [];
  if (number === undefined || Number(number) === 0) return null;
  if (unit === 'd') return { from: addDays(today, 1 - Number(number)), to: today };
  // Whole months, so that each can be compared with the others: the last twelve begin on the first of a month.
  return { from: `${addMonths(today.slice(0, 7), 1 - Number(number))}-01`, to: today };
}

/** A range of one's own as it stands in the address. */
export function writeDays({ from, to }: Days): string {
  return `${from}..${to}`;
}

/** As many days as these, right before them. */
export function daysBefore({ from, to }: Days): Days {
  const length = lengthOf({ from, to });
  return { from: addDays(from, -length), to: addDays(from, -1) };
}

/** The same days of the calendar a year earlier; 29 February becomes 28 February. */
export function daysYearBefore({ from, to }: Days): Days {
  return { from: yearBefore(from), to: yearBefore(to) };
}

/** How many days they are, both ends counted. */
export function lengthOf({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day) + 1;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** A month, "2026-03", so many months later. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * The last millisecond of a day in a time zone, as a moment.
 *
 * @example endOf('2026-03-31', 'Europe/Berlin') // '2026-03-31T21:59:59.999Z'
 */
export function endOf(date: string, timeZone: string): string {
  const midnight = Date.parse(addDays(date, 1));
  // Twice: the offset of the guess may be that of the other side of a change of the clocks.
  const guess = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(guess, timeZone) - 1).toISOString();
}

/** How far the clocks of a time zone are ahead of UTC, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${format.format(time).replace(' ', 'T')}Z`) - Math.floor(time / 1000) * 1000;
}

function yearBefore(date: string): string {
  const earlier = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return isDay(earlier) ? earlier : `${earlier.slice(0, 8)}28`;
}
