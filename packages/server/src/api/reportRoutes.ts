import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { loadDefinitions } from '../reports/definitions.ts';
import { funnelReport } from '../reports/funnel.ts';
import { seenNames } from '../reports/names.ts';
import { pathReport } from '../reports/paths.ts';
import type { Question } from '../reports/question.ts';
import { mostPeriods, retentionReport } from '../reports/retention.ts';
import { trendReport } from '../reports/trend.ts';
import type { Store } from '../store/store.ts';
import { answerRows } from './answerRows.ts';
import * as answers from './answers.ts';
import { AsOf, readAsOf } from './asOf.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { readBy, readPattern, readSteps } from './eventQuery.ts';
import { failures, WorkspacePath } from './paths.ts';
import { ReportQuery, readQuestion } from './reportQuery.ts';

const { level, from, to } = ReportQuery;
const EventQuery = {
  level,
  from,
  to,
  ...AsOf,
  by: Type.Optional(
    Type.String({
      description:
        'channel, source, medium or campaign of the first visit, `trait:<key>` of the company, or `property:<key>` of events (a trend: of each, else of the first of its kind in the range). Default: no breakdown.',
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1000,
      default: 50,
      description: 'Values of the breakdown: those that most have; all others become one.',
    }),
  ),
};
const Asked = Type.Object(EventQuery);
const Pattern = (description: string) =>
  Type.Optional(
    Type.String({ description: `${description} JSON: \`{"type","name"}\`; a name may end in *. Default: any event.` }),
  );
const EachPeriod = Type.Optional(answers.Period);

/** Funnels, retention, trends and paths of people or companies, and the names to ask for. */
export function reportRoutes({ store, workspaces, pasts, now }: ApiCollaborators): FastifyPluginAsyncTypebox {
  /** Answers from what is known today, or was known at a moment; `today` is that moment. */
  const known = <Answer>(
    workspaceId: string,
    asOf: number | null,
    question: (store: Pick<Store, 'reading'>, today: number) => Promise<Answer>,
  ): Promise<Answer> =>
    asOf === null
      ? question(store, now())
      : pasts.ask(workspaceId, asOf, async (past) => {
          await loadDefinitions(past.reading);
          return await question(past, asOf);
        });
  const read = (
    ws: string,
    { by, limit, ...query }: Static<typeof Asked>,
  ): { question: Question; asOf: number | null } => {
    const { workspaceId, level, from, to, timeZone } = readQuestion(ws, query, workspaces.settings(ws));
    const question = { workspaceId, level, from, to, timeZone, by: readBy(by ?? ''), limit: limit ?? 50 };
    return { question, asOf: readAsOf(query, now()) };
  };

  return async (app) => {
    app.get(
      '/reports/funnel',
      {
        schema: {
          summary: 'How many people or companies came how far on a way of two to eight events',
          params: WorkspacePath,
          querystring: Type.Object({
            ...EventQuery,
            steps: Type.String({
              description: 'JSON: two to eight of `{"type","name"}`; a name may end in *.',
              examples: ['[{"type":"page","name":"/pricing"},{"type":"track","name":"Trial Started"}]'],
            }),
            windowDays: Type.Optional(
              Type.Integer({
                minimum: 1,
                maximum: 730,
                default: 30,
                description: 'In how many days after the first step the others must have happened.',
              }),
            ),
          }),
          response: { 200: answers.FunnelReport, ...failures },
        },
      },
      async (request, reply) => {
        const { steps: text, windowDays = 30, ...query } = request.query;
        const { question, asOf } = read(request.params.ws, query);
        const steps = readSteps(text);
        const report = await known(request.params.ws, asOf, (store) =>
          funnelReport(store, question, { steps, windowDays }),
        );
        const rows = isCsv(request) ? report.rows.map((row) => ({ ...row, counts: { ...row.counts } })) : report.rows;
        return answerRows(request, reply, 'funnel', rows, { steps, windowDays, ...shown(question, asOf), ...report });
      },
    );

    app.get(
      '/reports/retention',
      {
        schema: {
          summary: 'How many of those who began in a period were there in that one and in those after it',
          params: WorkspacePath,
          querystring: Type.Object({
            ...EventQuery,
            period: EachPeriod,
            periods: Type.Optional(Type.Integer({ minimum: 1, maximum: mostPeriods, default: 12 })),
            first: Pattern('What somebody begins with.'),
            return: Pattern('What shows that somebody is still there.'),
          }),
          response: { 200: answers.RetentionReport, ...failures },
        },
      },
      async (request, reply) => {
        const { period = 'week', periods = 12, first, return: back, ...query } = request.query;
        const { question, asOf } = read(request.params.ws, query);
        const retention = { period, periods, first: readPattern(first, 'first'), back: readPattern(back, 'return') };
        const rows = await known(request.params.ws, asOf, (store, today) =>
          retentionReport(store, question, retention, today),
        );
        const wide = isCsv(request) ? rows.map((row) => ({ ...row, returned: { ...row.returned } })) : rows;
        return answerRows(request, reply, 'retention', wide, { period, periods, ...shown(question, asOf), rows });
      },
    );

    app.get(
      '/reports/trend',
      {
        schema: {
          summary: 'How often an event happened in each period, and to how many people and companies',
          params: WorkspacePath,
          querystring: Type.Object({ ...EventQuery, period: EachPeriod, event: Pattern('What to count.') }),
          response: { 200: answers.TrendReport, ...failures },
        },
      },
      async (request, reply) => {
        const { period = 'week', event, ...query } = request.query;
        const { question, asOf } = read(request.params.ws, query);
        const trend = { period, event: readPattern(event, 'event') };
        const rows = await known(request.params.ws, asOf, (store, today) => trendReport(store, question, trend, today));
        return answerRows(request, reply, 'trend', rows, { period, ...shown(question, asOf), rows });
      },
    );

    app.get(
      '/reports/paths',
      {
        schema: {
          summary: 'By which ways people or companies came, and what became of them',
          params: WorkspacePath,
          querystring: Type.Object({
            level,
            from,
            to,
            ...AsOf,
            by: Type.Optional(answers.TouchName),
            fold: Type.Optional(Type.Boolean({ default: true, description: 'Leave out repeats in a row.' })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'Paths.' })),
          }),
          response: { 200: answers.PathReport, ...failures },
        },
      },
      async (request, reply) => {
        const { fold = true, by = 'channel', limit = 100, ...query } = request.query;
        const { question, asOf } = read(request.params.ws, { by, limit, ...query });
        const report = await known(request.params.ws, asOf, (store) => pathReport(store, question, { fold }));
        const rows = isCsv(request) ? report.rows.map((row) => ({ ...row, path: row.path.join(' > ') })) : report.rows;
        const { currency } = workspaces.settings(question.workspaceId);
        return answerRows(request, reply, 'paths', rows, { ...shown(question, asOf), currency, ...report });
      },
    );

    app.get(
      '/names',
      {
        schema: {
          summary: 'Which events, traits and properties were seen, to pick from',
          params: WorkspacePath,
          response: { 200: answers.Names, ...failures },
        },
      },
      async (request, reply) => {
        const names = await seenNames(store, request.params.ws);
        return answerRows(request, reply, 'names', names.events, names);
      },
    );
  };
}

/** The question as it was understood, for the answer. */
function shown({ level, by, from, to }: Question, asOf: number | null) {
  const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  return { level, by, from: iso(from), to: iso(to), asOf: iso(asOf) };
}

/** A spreadsheet has a column for each number. */
function isCsv({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/csv') ?? false;
}
