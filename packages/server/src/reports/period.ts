/** Weeks begin on Monday. */
export type Period = 'day' | 'week' | 'month';

const dayMs = 86_400_000;
const text = (day: Date) => day.toISOString().slice(0, 10);

/**
 * The first day of the period that a moment is in, in a time zone.
 *
 * @param moment milliseconds since 1970
 * @example periodOf(Date.UTC(2026, 0, 7), 'week', 'Europe/Berlin') // 2026-01-05
 */
export function periodOf(moment: number, period: Period, timeZone: string): string {
  // The calendar of Sweden is written year, month, day.
  const day = new Date(`${new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment)}T00:00:00Z`);
  if (period === 'week') day.setTime(day.getTime() - ((day.getUTCDay() + 6) % 7) * dayMs);
  if (period === 'month') day.setUTCDate(1);
  return text(day);
}

/** The first day of the period so many periods later, or earlier. */
export function periodAfter(start: string, period: Period, periods: number): string {
  const day = new Date(`${start}T00:00:00Z`);
  if (period === 'month') day.setUTCMonth(day.getUTCMonth() + periods);
  else day.setTime(day.getTime() + periods * (period === 'week' ? 7 : 1) * dayMs);
  return text(day);
}
