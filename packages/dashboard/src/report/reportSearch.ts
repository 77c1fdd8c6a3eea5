import type { Level } from '@spectacle/server/answers';
import { daysOf } from '../range/days.ts';
import { textOf } from '../shell/searchParams.ts';

/** What all reports on events are asked, as it stands in the address. */
export interface ReportSearch {
  level?: Level | undefined;
  /** channel, source, medium, campaign, country, `traits.<key>` of the company or `properties.<key>` of the events. */
  by?: string | undefined;
  range?: string | undefined;
}

export const usualRange = '12m';

export function readReportSearch(raw: Record<string, unknown>): ReportSearch {
  const level = textOf(raw.level);
  return {
    level: level === 'person' || level === 'group' ? level : undefined,
    by: textOf(raw.by),
    range: textOf(raw.range),
  };
}

/** The part of a question that all reports on events share, for the API. */
export function reportParams(search: ReportSearch, level: Level, today: string): URLSearchParams {
  const params = new URLSearchParams({ level: search.level ?? level, ...daysOf(search.range ?? usualRange, today) });
  if (search.by !== undefined) params.set('by', search.by);
  return params;
}
