import type { Period } from '@spectacle/server/answers';
import { patternText } from '../report/eventPattern.ts';
import { type ReportSearch, readReportSearch } from '../report/reportSearch.ts';
import { textOf } from '../shell/searchParams.ts';

/** The question of the retention page. */
export interface RetentionSearch extends ReportSearch {
  period?: Period | undefined;
  /** What somebody begins with, and what shows that they are still there. */
  first?: string | undefined;
  back?: string | undefined;
  /** The value of the breakdown whose cohorts are shown. */
  key?: string | undefined;
}

export function readRetentionSearch(raw: Record<string, unknown>): RetentionSearch {
  return {
    ...readReportSearch(raw),
    period: periodOf(raw.period),
    first: patternText(raw.first),
    back: patternText(raw.back),
    key: textOf(raw.key),
  };
}

/** A period that the address names; undefined: the usual week. */
export function periodOf(raw: unknown): Period | undefined {
  return raw === 'day' || raw === 'month' ? raw : undefined;
}
