import type { Journey } from '@spectacle/server/answers';
import type { Question } from './attributionSearch.ts';
import { visitKey } from './visitKey.ts';

/** What one journey adds to a row of a report. */
export interface JourneyPart {
  /** Its visits that count for the row, of all its visits. */
  visits: number;
  of: number;
  /** Part of the lead, 0 to 1. */
  lead: number;
  /** In the smallest unit of the currency. */
  revenue: number;
}

/** What of a journey's answer is needed for it. */
export interface CreditableJourney extends Pick<Journey, 'visits'> {
  cutoff: { timestamp: string } | null;
  payments: { timestamp: string }[];
}

/**
 * What a journey adds to the row `key`: the credit of its visits of that key, those in the range only where the report is
 * dated at the visits. `key` null: all its visits. Null: nothing.
 */
export function creditedJourney(
  journey: CreditableJourney,
  question: Question,
  key: string | null,
  dayOf: (time: string) => string,
): JourneyPart | null {
  if (journey.cutoff === null) return null;
  const within = (time: string) => {
    if (question.days === null) return true;
    const day = dayOf(time);
    return day >= question.days.from && day <= question.days.to;
  };
  if (
    question.dating === 'conversion' &&
    ![journey.cutoff, ...journey.payments].some(({ timestamp }) => within(timestamp))
  )
    return null;
  const part: JourneyPart = { visits: 0, of: journey.visits.length, lead: 0, revenue: 0 };
  for (const visit of journey.visits) {
    if (key !== null && visitKey(visit, question.by) !== key) continue;
    if (question.dating === 'cohort' && !within(visit.timestamp)) continue;
    const credit = visit.credit[question.model];
    part.visits++;
    part.lead += credit.share;
    part.revenue += credit.revenue;
  }
  return part.lead > 0 || part.revenue !== 0 ? part : null;
}
