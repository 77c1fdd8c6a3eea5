import { day, hour } from './duration.ts';
import type { Random } from './random.ts';

/**
 * Moves a time into the working hours of that day where the person lives; weekends mostly become the Friday before.
 * It moves across days only backwards, so nothing leaves the range at its end.
 */
export function officeHours(random: Random, time: number, utcOffsetHours: number): number {
  const midnight = Math.floor((time + utcOffsetHours * hour) / day) * day;
  const weekday = new Date(midnight).getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  const worksThatDay = back === 0 || random.chance(0.15);
  const start = worksThatDay ? midnight : midnight - back * day;
  return Math.round(start + random.between(8, 18.5) * hour - utcOffsetHours * hour);
}
