import type { Dating, Level, Model } from '@spectacle/server/answers';
import { type Days, daysBefore, daysOf, daysYearBefore } from '../range/days.ts';
import { textOf } from '../shell/searchParams.ts';
import { isModel } from './models.ts';

/** The question of the attribution page as its address has it; what is left out is the usual. */
export interface AttributionSearch {
  model?: Model | undefined;
  level?: Level | undefined;
  by?: string | undefined;
  dating?: Dating | undefined;
  /** A name of `presets`, or two days: "2026-01-01..2026-03-31". */
  range?: string | undefined;
  /** Another model, `before`, `year`, or two days. */
  compare?: string | undefined;
  /** What the chart shows. */
  measure?: string | undefined;
  /** A measure, with a minus in front for the largest first. */
  sort?: string | undefined;
  /** The row whose journeys are open: "value:Paid Search", or "unattributed:". */
  row?: string | undefined;
}

export function readAttributionSearch(raw: Record<string, unknown>): AttributionSearch {
  const model = textOf(raw.model);
  const level = textOf(raw.level);
  const dating = textOf(raw.dating);
  return {
    model: model !== undefined && isModel(model) ? model : undefined,
    level: level === 'person' || level === 'group' ? level : undefined,
    by: textOf(raw.by),
    dating: dating === 'conversion' ? dating : undefined,
    range: textOf(raw.range),
    compare: textOf(raw.compare),
    measure: textOf(raw.measure),
    sort: textOf(raw.sort),
    row: textOf(raw.row),
  };
}

/** One question to the API, nothing left open. */
export interface Question {
  model: Model;
  level: Level;
  by: string;
  dating: Dating;
  /** Null: all time. */
  days: Days | null;
}

export const usualRange = '12m';

/** The question of an address, in a workspace that counts at `level`, on a day. */
export function questionOf(search: AttributionSearch, level: Level, today: string): Question {
  return {
    model: search.model ?? 'linear',
    level: search.level ?? level,
    by: search.by ?? 'channel',
    dating: search.dating ?? 'cohort',
    days: daysOf(search.range ?? usualRange, today),
  };
}

/** The question to compare with, or null: nothing, or all time, before which there is no time. */
export function comparedQuestion(question: Question, compare: string | undefined, today: string): Question | null {
  if (compare === undefined) return null;
  if (isModel(compare)) return compare === question.model ? null : { ...question, model: compare };
  if (compare === 'before') return question.days && { ...question, days: daysBefore(question.days) };
  if (compare === 'year') return question.days && { ...question, days: daysYearBefore(question.days) };
  const days = daysOf(compare, today);
  return days && { ...question, days };
}

export function questionParams({ model, level, by, dating, days }: Question): URLSearchParams {
  return new URLSearchParams({ model, level, by, dating, ...days });
}
