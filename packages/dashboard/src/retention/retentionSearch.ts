import type { EventPattern, Period } from '@spectacle/server/answers';
import { anyEvent, readPattern } from '../report/eventPattern.ts';
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

export function patternText(raw: unknown): string | undefined {
  const text = textOf(raw);
  return text !== undefined && readPattern(text) !== null ? text : undefined;
}

export function patternOf(text: string | undefined): EventPattern {
  return (text === undefined ? null : readPattern(text)) ?? anyEvent;
}
