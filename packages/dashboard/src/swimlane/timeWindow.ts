/** The stretch of time that is in sight, in milliseconds since 1970. */
export interface TimeWindow {
  from: number;
  to: number;
}

/** One never zooms in further than to ten minutes: events have a place of their own long before. */
const closest = 10 * 60_000;

/** Place of a moment on an axis of `width` pixels. */
export function xOf(time: number, window: TimeWindow, width: number): number {
  return ((time - window.from) / (window.to - window.from)) * width;
}

/** The moment at a place of the axis. */
export function timeAt(x: number, window: TimeWindow, width: number): number {
  return window.from + (x / width) * (window.to - window.from);
}

/** Zooms by a factor (below 1: closer) around a moment that stays where it is, within the bounds. */
export function zoom(window: TimeWindow, factor: number, around: number, bounds: TimeWindow): TimeWindow {
  const span = window.to - window.from;
  const next = Math.min(Math.max(span * factor, closest), bounds.to - bounds.from);
  const from = around - ((around - window.from) / span) * next;
  return within({ from, to: from + next }, bounds);
}

/** Moves by a number of milliseconds, within the bounds. */
export function pan(window: TimeWindow, by: number, bounds: TimeWindow): TimeWindow {
  return within({ from: window.from + by, to: window.to + by }, bounds);
}

function within(window: TimeWindow, bounds: TimeWindow): TimeWindow {
  const span = Math.min(window.to - window.from, bounds.to - bounds.from);
  const from = Math.min(Math.max(window.from, bounds.from), bounds.to - span);
  return { from, to: from + span };
}

/** All events with some air at both ends. Null if there is none. */
export function boundsOf(times: number[]): TimeWindow | null {
  if (times.length === 0) return null;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  const air = Math.max((to - from) * 0.03, closest / 2);
  return { from: from - air, to: to + air };
}
