import type { Dating, Level, Model, Period } from '@spectacle/server/answers';
import { type Days, daysBefore, daysOf, daysYearBefore, endOf, isDay } from '../range/days.ts';
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
  /** Another model, `before`, `year`, two days, or `today`: what is known today, beside what was known then. */
  compare?: string | undefined;
  /** The day at whose end it was known, "2026-03-31". Without it: today. */
  asOf?: string | undefined;
  /** What the chart shows. */
  measure?: string | undefined;
  /** What a point of the chart stands for. */
  bucket?: Period | undefined;
  /** A measure, with a minus in front for the largest first. */
  sort?: string | undefined;
  /** The row whose journeys are open: "value:Paid Search", or "unattributed:". */
  row?: string | undefined;
}

export function readAttributionSearch(raw: Record<string, unknown>): AttributionSearch {
  const model = textOf(raw.model);
  const level = textOf(raw.level);
  const dating = textOf(raw.dating);
  const asOf = textOf(raw.asOf);
  const bucket = textOf(raw.bucket);
  return {
    model: model !== undefined && isModel(model) ? model : undefined,
    level: level === 'person' || level === 'group' ? level : undefined,
    by: textOf(raw.by),
    dating: dating === 'conversion' ? dating : undefined,
    range: textOf(raw.range),
    compare: textOf(raw.compare),
    asOf: asOf !== undefined && isDay(asOf) ? asOf : undefined,
    measure: textOf(raw.measure),
    bucket: bucket === 'day' || bucket === 'week' || bucket === 'month' ? bucket : undefined,
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
  /** The moment of which it is asked, ISO 8601; null: now. */
  asOf: string | null;
}

export const usualRange = '12m';

/** The question of an address, in a workspace that counts at `level` and in `timeZone`, on a day. */
export function questionOf(search: AttributionSearch, level: Level, today: string, timeZone: string): Question {
  return {
    model: search.model ?? 'linear',
    level: search.level ?? level,
    by: search.by ?? 'channel',
    dating: search.dating ?? 'cohort',
    days: daysOf(search.range ?? usualRange, today),
    // Of today and later nothing is over yet: that is what is known now.
    asOf: search.asOf !== undefined && search.asOf < today ? endOf(search.asOf, timeZone) : null,
  };
}

/** The question to compare with, or null: nothing, or all time, before which there is no time. */
export function comparedQuestion(question: Question, compare: string | undefined, today: string): Question | null {
  if (compare === undefined) return null;
  if (compare === 'today') return question.asOf === null ? null : { ...question, asOf: null };
  if (isModel(compare)) return compare === question.model ? null : { ...question, model: compare };
  if (compare === 'before') return question.days && { ...question, days: daysBefore(question.days) };
  if (compare === 'year') return question.days && { ...question, days: daysYearBefore(question.days) };
  const days = daysOf(compare, today);
  return days && { ...question, days };
}

export function questionParams({ model, level, by, dating, days, asOf }: Question): URLSearchParams {
  return new URLSearchParams({ model, level, by, dating, ...days, ...(asOf !== null && { asOf }) });
}
