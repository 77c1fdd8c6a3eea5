import type { TimeWindow } from './timeWindow.ts';

export interface Tick {
  time: number;
  label: string;
  /** Begins a larger unit: a year among months, a day among hours. */
  major: boolean;
}

type Unit = 'minute' | 'hour' | 'day' | 'month';

const steps: { unit: Unit; every: number; length: number }[] = [
  { unit: 'minute', every: 1, length: 60_000 },
  { unit: 'minute', every: 5, length: 5 * 60_000 },
  { unit: 'minute', every: 15, length: 15 * 60_000 },
  { unit: 'hour', every: 1, length: 3_600_000 },
  { unit: 'hour', every: 3, length: 3 * 3_600_000 },
  { unit: 'hour', every: 6, length: 6 * 3_600_000 },
  { unit: 'day', every: 1, length: 86_400_000 },
  { unit: 'day', every: 2, length: 2 * 86_400_000 },
  { unit: 'day', every: 7, length: 7 * 86_400_000 },
  { unit: 'day', every: 14, length: 14 * 86_400_000 },
  { unit: 'month', every: 1, length: 30.4 * 86_400_000 },
  { unit: 'month', every: 3, length: 91.3 * 86_400_000 },
  { unit: 'month', every: 6, length: 182.6 * 86_400_000 },
  { unit: 'month', every: 12, length: 365.2 * 86_400_000 },
];

/** Round moments of the workspace's calendar, at least `room` pixels apart. */
export function ticks(window: TimeWindow, width: number, timeZone: string, room = 84): Tick[] {
  const wanted = ((window.to - window.from) / Math.max(width, 1)) * room;
  const step = steps.find(({ length }) => length >= wanted) ?? steps[steps.length - 1];
  if (!step) return [];
  const found: Tick[] = [];
  // Days of the calendar are counted on a clock that reads the zone's time as if it were UTC.
  let local = floor(window.from + zoneOffset(window.from, timeZone), step);
  const end = window.to + zoneOffset(window.to, timeZone);
  while (local <= end && found.length < 200) {
    const time = local - zoneOffset(local - zoneOffset(local, timeZone), timeZone);
    if (time >= window.from && time <= window.to) found.push({ time, ...labelOf(local, step.unit) });
    local = next(local, step);
  }
  return found;
}

function floor(local: number, { unit, every }: { unit: Unit; every: number }): number {
  const date = new Date(local);
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / every) * every, 1);
  const size = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[unit] * every;
  // Four days after the epoch is a Monday, so that weeks begin on Mondays.
  const origin = every % 7 === 0 ? 4 * 86_400_000 : 0;
  return Math.floor((local - origin) / size) * size + origin;
}

function next(local: number, { unit, every, length }: { unit: Unit; every: number; length: number }): number {
  if (unit !== 'month') return local + length;
  const date = new Date(local);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + every, 1);
}

const utc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', ...options });
const hours = utc({ hour: '2-digit', minute: '2-digit' });
const days = utc({ day: 'numeric', month: 'short' });
const months = utc({ month: 'short' });
const years = utc({ year: 'numeric' });

function labelOf(local: number, unit: Unit): { label: string; major: boolean } {
  const date = new Date(local);
  if (unit === 'hour' || unit === 'minute') {
    const midnight = local % 86_400_000 === 0;
    return { label: (midnight ? days : hours).format(date), major: midnight };
  }
  if (unit === 'day') return { label: days.format(date), major: date.getUTCDate() === 1 };
  const january = date.getUTCMonth() === 0;
  return { label: (january ? years : months).format(date), major: january };
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function zoneOffset(time: number, timeZone: string): number {
  const parts = zoneFormat(timeZone).formatToParts(time);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(time / 1_000) * 1_000;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  zoneFormats.set(timeZone, made);
  return made;
}
