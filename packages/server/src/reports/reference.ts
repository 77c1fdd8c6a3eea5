import type { EventPattern } from './eventPattern.ts';
import { type Period, periodAfter, periodOf } from './period.ts';

/** An event with whom it counts for, told by whoever checks the reports. */
export interface Deed {
  time: number;
  type: string;
  name: string;
  person: string;
  /** '' for none. */
  group: string;
  /** A property to tell it apart by. */
  size: string;
}

interface Range {
  from: number;
  to: number;
}

/** The events of each person, or of each group. */
export function lives(deeds: readonly Deed[], level: 'person' | 'group'): Map<string, Deed[]> {
  const found = new Map<string, Deed[]>();
  for (const deed of deeds) {
    if (deed[level] === '') continue;
    found.set(deed[level], [...(found.get(deed[level]) ?? []), deed]);
  }
  return found;
}

export function matches({ type, name }: EventPattern, deed: Deed): boolean {
  if (type !== '' && deed.type !== type) return false;
  return name === '' || deed.name === name || (name.endsWith('*') && deed.name.startsWith(name.slice(0, -1)));
}

/** How far a life came: from every possible first step the earliest of each next one, and the best of these tries. */
export function reached(life: readonly Deed[], steps: readonly EventPattern[], windowMs: number, range: Range): number {
  const times = steps.map((step) => life.filter((deed) => matches(step, deed)).map(({ time }) => time));
  const tries = (times[0] ?? [])
    .filter((time) => time >= range.from && time < range.to)
    .map((began) => {
      let [at, far] = [began, 1];
      for (const next of times.slice(1)) {
        const later = next.filter((time) => time > at && time <= began + windowMs);
        if (later.length === 0) break;
        at = Math.min(...later);
        far++;
      }
      return far;
    });
  return Math.max(0, ...tries);
}

/** The cohort of a life, and whether it returned in each period from that one on; undefined if it did not begin in the range. */
export function returns(
  life: readonly Deed[],
  { first, back, period, periods }: { first: EventPattern; back: EventPattern; period: Period; periods: number },
  range: Range,
  timeZone: string,
): { cohort: string; returned: boolean[] } | undefined {
  const began = Math.min(...life.filter((deed) => matches(first, deed)).map(({ time }) => time));
  if (!(began >= range.from && began < range.to)) return undefined;
  const cohort = periodOf(began, period, timeZone);
  const active = new Set(
    life
      .filter((deed) => matches(back, deed) && deed.time >= began)
      .map(({ time }) => periodOf(time, period, timeZone)),
  );
  const returned = Array.from({ length: periods + 1 }, (_, i) => active.has(periodAfter(cohort, period, i)));
  return { cohort, returned };
}
