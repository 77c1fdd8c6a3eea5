import Type, { type Static } from 'typebox';
import { columns, type Question } from '../attribution/question.ts';
import type { WorkspaceSettings } from '../workspaces/settings.ts';
import * as answers from './answers.ts';
import { BadQuery } from './query.ts';

/** A day, or a moment. */
const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}([T ].+)?$' });

/** The query string that all attribution reports share. */
export const ReportQuery = {
  level: Type.Optional(answers.Level),
  by: Type.Optional(
    Type.String({ description: `${columns.join(', ')}, or \`traits.<key>\` of the company. Default: channel.` }),
  ),
  from: Type.Optional({
    ...Moment,
    description: 'A day of the workspace’s time zone (its start), or a moment. Default: open.',
  }),
  to: Type.Optional({ ...Moment, description: 'A day (its end), or a moment (exclusive). Default: open.' }),
  dating: Type.Optional(answers.Dating),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10_000, default: 500, description: 'Rows; all others become one.' }),
  ),
  order: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 3,
      default: 1,
      description: 'Of the Markov chain: how many visits back a state remembers.',
    }),
  ),
  paths: Type.Optional(
    Type.Union([Type.Literal('all'), Type.Literal('converting')], {
      default: 'all',
      description: 'Journeys that the Markov chain learns from.',
    }),
  ),
};
const All = Type.Object(ReportQuery);

/** Reads what a report is asked. @throws BadQuery with a sentence that says what is wrong. */
export function readQuestion(workspaceId: string, query: Static<typeof All>, settings: WorkspaceSettings): Question {
  const by = query.by ?? 'channel';
  if (!columns.some((column) => column === by) && !/^traits\../s.test(by)) {
    throw new BadQuery(`"by" is ${columns.join(', ')}, or traits.<key> of the company; not "${by.slice(0, 100)}".`);
  }
  return {
    workspaceId,
    level: query.level ?? settings.level,
    by,
    from: query.from === undefined ? null : moment(query.from, settings.timeZone, 0),
    to: query.to === undefined ? null : moment(query.to, settings.timeZone, 1),
    dating: query.dating ?? 'cohort',
    currency: settings.currency,
    timeZone: settings.timeZone,
  };
}

/** Which chain the Markov model learns from. */
export function readChain({ order, paths }: Static<typeof All>) {
  return { order: (order ?? 1) as 1 | 2 | 3, paths: paths ?? ('all' as const) };
}

/** Milliseconds since 1970 of a moment, or of the midnight that a day begins with (or, `daysLater`, ends). */
function moment(text: string, timeZone: string, daysLater: number): number {
  if (text.length > 10) {
    const time = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);
    if (Number.isNaN(time))
      throw new BadQuery(`This is no moment: ${text.slice(0, 50)}. Send 2026-05-31 or 2026-05-31T12:00:00Z.`);
    return time;
  }
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) {
    throw new BadQuery(`There is no such day: ${text}. Send 2026-05-31 or 2026-05-31T12:00:00Z.`);
  }
  const midnight = day.getTime() + daysLater * 86_400_000;
  // Twice: the offset of the guess may be that of the other side of a change of the clocks.
  const guess = midnight - offset(midnight, timeZone);
  return midnight - offset(guess, timeZone);
}

/** How far the clocks of a time zone are ahead of UTC at a moment, in milliseconds. */
function offset(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(time); // biome-ignore format: one list
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  );
  return shown - Math.floor(time / 1000) * 1000;
}
