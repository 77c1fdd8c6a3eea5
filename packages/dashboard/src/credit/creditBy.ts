import type { Credit, Journey, Model } from '@spectacle/server/answers';

type JourneyVisit = Journey['visits'][number];

/** The visits of one channel, source or campaign of a journey together. */
export interface CreditRow {
  key: string;
  visits: number;
  /** Of the lead, 0 to 1. */
  share: number;
  revenue: Credit['revenue'];
}

export type CreditKey = 'channel' | 'source' | 'campaign';

/** What the visits of a journey have earned under a model, added up by one of their fields, the largest first. */
export function creditBy(visits: JourneyVisit[], model: Model, by: CreditKey): CreditRow[] {
  const rows = new Map<string, CreditRow>();
  for (const visit of visits) {
    const key = visit[by] === '' ? '(not set)' : visit[by];
    const row = rows.get(key) ?? { key, visits: 0, share: 0, revenue: 0 };
    row.visits++;
    row.share += visit.credit[model].share;
    row.revenue += visit.credit[model].revenue;
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => b.share - a.share || b.visits - a.visits || (a.key < b.key ? -1 : 1));
}
