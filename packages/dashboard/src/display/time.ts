const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'narrow' });

/** "5m ago", "yesterday", "3w ago"; the exact time belongs on hover. */
export function ago(time: string, now: number): string {
  const past = Date.parse(time) - now;
  const size = Math.abs(past);
  if (size < 45_000) return 'just now';
  if (size < hour) return relative.format(Math.round(past / minute), 'minute');
  if (size < day) return relative.format(Math.round(past / hour), 'hour');
  if (size < 14 * day) return relative.format(Math.round(past / day), 'day');
  if (size < 60 * day) return relative.format(Math.round(past / (7 * day)), 'week');
  if (size < 540 * day) return relative.format(Math.round(past / (30.44 * day)), 'month');
  return relative.format(Math.round(past / (365.25 * day)), 'year');
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(undefined, { timeZone, ...options });
  formats.set(key, made);
  return made;
}

/** The exact time with seconds and zone. */
export function exactTime(time: string | number, timeZone: string): string {
  return format(timeZone, 'exact', { dateStyle: 'medium', timeStyle: 'long' }).format(new Date(time));
}

/** "Mar 3", with the year when it is not this one. */
export function shortDate(time: string | number, timeZone: string, now: number = Date.now()): string {
  const sameYear = yearOf(time, timeZone) === yearOf(now, timeZone);
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  return sameYear
    ? format(timeZone, 'short', options).format(new Date(time))
    : format(timeZone, 'short year', { ...options, year: 'numeric' }).format(new Date(time));
}

/** "Tuesday, March 3, 2026". */
export function longDate(time: string | number, timeZone: string): string {
  return format(timeZone, 'long', { dateStyle: 'full' }).format(new Date(time));
}

/** "14:05". */
export function clock(time: string | number, timeZone: string): string {
  return format(timeZone, 'clock', { hour: 'numeric', minute: '2-digit' }).format(new Date(time));
}

/** The calendar day in a zone as a sortable key, "2026-03-03". */
export function dayKey(time: string | number, timeZone: string): string {
  const parts = format(timeZone, 'key', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(time),
  );
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

function yearOf(time: string | number, timeZone: string): string {
  return format(timeZone, 'year', { year: 'numeric' }).format(new Date(time));
}
