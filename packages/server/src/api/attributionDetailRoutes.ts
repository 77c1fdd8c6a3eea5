import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type JourneyPlace, journeysBehind } from '../attribution/journeysBehind.ts';
import { attributionOverTime } from '../attribution/overTime.ts';
import { answerRows } from './answerRows.ts';
import * as answers from './answers.ts';
import { askAttribution } from './askAttribution.ts';
import { AsOf } from './asOf.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { answerList } from './list.ts';
import { failures, WorkspacePath } from './paths.ts';
import { readCursor, writeCursor } from './query.ts';
import { ReportQuery, readChain } from './reportQuery.ts';

/** What an attribution report is made of: the journeys behind one of its rows, and its periods. */
export function attributionDetailRoutes(collaborators: ApiCollaborators): FastifyPluginAsyncTypebox {
  const { read, known, asked } = askAttribution(collaborators);

  return async (app) => {
    app.get(
      '/reports/journeys',
      {
        schema: {
          summary: 'Whose journeys a row of the attribution report is made of, and what each adds to it',
          params: WorkspacePath,
          querystring: Type.Object({
            ...ReportQuery,
            ...AsOf,
            model: Type.Optional(answers.Model),
            key: Type.String({ maxLength: 2_000, description: 'The key of the row, as the report has it.' }),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
            cursor: Type.Optional(Type.String()),
          }),
          response: { 200: answers.JourneysBehind, ...failures },
        },
      },
      async (request, reply) => {
        const { ws } = request.params;
        const { question, asOf } = read(ws, request.query);
        const { model = 'linear', key } = request.query;
        const page = async (limit: number | undefined, cursor: string | undefined) => {
          const after = cursor === undefined ? undefined : readCursor<JourneyPlace>(cursor, ['revenue', 'leads', 'id']);
          const asking = { model, key, after, limit: limit ?? 50, ...readChain(request.query) };
          const found = await known(ws, asOf, (store) => journeysBehind(store, question, asking));
          return { ...found, next: writeCursor(found.next) };
        };
        const accepts = request.headers.accept ?? '';
        if (accepts.includes('text/csv') || accepts.includes('application/x-ndjson')) {
          const rowsOf = async (limit: number | undefined, cursor: string | undefined) => {
            const { rows, next } = await page(limit, cursor);
            return { rows, next };
          };
          return answerList(request, reply, 'journeys', rowsOf) as never;
        }
        const { rows, total, next } = await page(request.query.limit, request.query.cursor);
        return { model, key, ...asked(question, asOf), journeys: rows, total, next };
      },
    );

    app.get(
      '/reports/attribution/overTime',
      {
        schema: {
          summary: 'The attribution report by day, week or month',
          params: WorkspacePath,
          querystring: Type.Object({
            ...ReportQuery,
            ...AsOf,
            model: Type.Optional(answers.Model),
            bucket: Type.Optional(answers.Period),
            measure: Type.Optional(
              Type.Union(
                [Type.Literal('revenue'), Type.Literal('leads'), Type.Literal('customers'), Type.Literal('visits')],
                { default: 'revenue', description: 'Of which the rows shown have most; all others become one.' },
              ),
            ),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 20 })),
          }),
          response: { 200: answers.AttributionOverTime, ...failures },
        },
      },
      async (request, reply) => {
        const { ws } = request.params;
        const { question, asOf } = read(ws, request.query);
        const { model = 'linear', bucket = 'week', measure = 'revenue', limit = 20 } = request.query;
        const asking = { model, bucket, measure, limit, ...readChain(request.query) };
        const rows = await known(ws, asOf, (store) => attributionOverTime(store, question, asking));
        return answerRows(request, reply, 'attribution', rows, { model, bucket, ...asked(question, asOf), rows });
      },
    );
  };
}
