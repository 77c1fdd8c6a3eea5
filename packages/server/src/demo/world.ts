import { day } from './duration.ts';
import { createRandom, type Random } from './random.ts';

export interface WorldOptions {
  /** Any whole number; another seed is another world. */
  seed: number;
  /** Companies that sign up within the range. */
  companies: number;
  /** The end of the range: nothing is simulated after it. */
  now: Date;
  /** Length of the range in days, at least 7. */
  days: number;
}

/**
 * The calendar of a simulation. Sign-ups sit in equal slots counted from 1970, not from `now`: a run tomorrow shows the
 * same companies with the same past, one day later. That is why sending the demo again adds only what has happened since.
 */
export interface World {
  random: Random;
  start: number;
  now: number;
  /** How long at most somebody reads before signing up, in milliseconds. */
  leadIn: number;
  slotWidth: number;
  /** Slots of the companies of this run, both included. */
  firstSlot: number;
  lastSlot: number;
}

/** @throws RangeError for a range under 7 days, less than one company, or an invalid date. */
export function createWorld({ seed, companies, now, days }: WorldOptions): World {
  if (!Number.isInteger(seed)) throw new RangeError(`The seed must be a whole number, not ${seed}.`);
  if (!(days >= 7)) throw new RangeError(`The demo needs a range of at least 7 days, not ${days}.`);
  if (!Number.isInteger(companies) || companies < 1) {
    throw new RangeError(`The demo needs a whole number of companies, at least 1, not ${companies}.`);
  }
  const end = now.getTime();
  if (Number.isNaN(end)) throw new RangeError('The end of the range is not a date.');
  const leadIn = Math.min(75, days * 0.2) * day;
  // Three days at the start for visits moved off a weekend, one at the end so that every sign-up has happened.
  const slotWidth = (days * day - leadIn - 4 * day) / (companies + 1);
  const lastSlot = Math.floor((end - day) / slotWidth) - 1;
  return {
    random: createRandom(`${seed}:${companies}:${days}`),
    start: end - days * day,
    now: end,
    leadIn,
    slotWidth,
    firstSlot: lastSlot - companies + 1,
    lastSlot,
  };
}
