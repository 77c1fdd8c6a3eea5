import type { Period } from '@spectacle/server/answers';
import { addDays, addMonths } from '../range/days.ts';

/**
 * Is today in the period that is so many periods after the one that begins on `cohort`?
 *
 * @example isRunning('2026-03-02', 1, 'week', '2026-03-11') // true: the week of 9 March
 */
export function isRunning(cohort: string, offset: number, period: Period, today: string): boolean {
  return after(cohort, offset, period) <= today && today < after(cohort, offset + 1, period);
}

function after(cohort: string, periods: number, period: Period): string {
  if (period === 'month') return `${addMonths(cohort.slice(0, 7), periods)}-01`;
  return addDays(cohort, periods * (period === 'week' ? 7 : 1));
}
