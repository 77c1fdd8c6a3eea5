import type { EventPattern } from '@spectacle/server/answers';
import { readPattern, writePattern } from '../report/eventPattern.ts';
import { type ReportSearch, readReportSearch } from '../report/reportSearch.ts';
import { listOf, textOf } from '../shell/searchParams.ts';

/** The question of the funnels page. */
export interface FunnelsSearch extends ReportSearch {
  /** The steps in their order, as `writePattern` has them; none: the usual ones. */
  step?: string[] | undefined;
  /** Days after the first step in which the others must happen. */
  within?: string | undefined;
}

export const usualWindow = 30;

export function readFunnelsSearch(raw: Record<string, unknown>): FunnelsSearch {
  const step = listOf(raw.step).filter((text) => readPattern(text) !== null);
  const within = textOf(raw.within);
  return {
    ...readReportSearch(raw),
    step: step.length >= 2 ? step.slice(0, 8) : undefined,
    within: within !== undefined && /^[1-9]\d{0,2}$/.test(within) && Number(within) <= 730 ? within : undefined,
  };
}

/** The steps of an address; without any: from a page view to the first cut-off event of the workspace. */
export function stepsOf(search: FunnelsSearch, cutoffEvents: string[]): EventPattern[] {
  const steps = (search.step ?? []).flatMap((text) => readPattern(text) ?? []);
  if (steps.length >= 2) return steps;
  const [cutoff] = cutoffEvents;
  return [
    { type: 'page', name: '' },
    { type: 'identify', name: '' },
    ...(cutoff === undefined ? [] : [{ type: 'track', name: cutoff }]),
  ];
}

export function writeSteps(steps: EventPattern[]): string[] {
  return steps.map(writePattern);
}
