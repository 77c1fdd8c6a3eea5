import type { Period } from '@spectacle/server/answers';
import { patternText } from '../report/eventPattern.ts';
import { type ReportSearch, readReportSearch } from '../report/reportSearch.ts';
import { periodOf } from '../retention/retentionSearch.ts';

export type TrendMeasure = 'events' | 'people' | 'groups';

/** The question of the trends page. */
export interface TrendsSearch extends ReportSearch {
  period?: Period | undefined;
  /** What is counted, as `writePattern` has it. */
  event?: string | undefined;
  measure?: TrendMeasure | undefined;
}

export function readTrendsSearch(raw: Record<string, unknown>): TrendsSearch {
  return {
    ...readReportSearch(raw),
    period: periodOf(raw.period),
    event: patternText(raw.event),
    measure: raw.measure === 'people' || raw.measure === 'groups' ? raw.measure : undefined,
  };
}
