import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { explainJourney } from '../attribution/explainJourney.ts';
import { attributionReport, compareModels } from '../attribution/reports.ts';
import { answerRows } from './answerRows.ts';
import * as answers from './answers.ts';
import { askAttribution } from './askAttribution.ts';
import { AsOf, type AsOfQuery, readAsOf } from './asOf.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { failures, GroupPath, noGroup, noPerson, PersonPath, WorkspacePath } from './paths.ts';
import { ReportQuery, readChain } from './reportQuery.ts';

/** Which visits earned the leads, customers and revenue, and how every cent of one company came about. */
export function attributionRoutes(collaborators: ApiCollaborators): FastifyPluginAsyncTypebox {
  const { workspaces, now } = collaborators;
  const { read, known, shown, asked } = askAttribution(collaborators);
  const journey = async (workspaceId: string, level: 'person' | 'group', id: string, query: AsOfQuery) => {
    const { attributionWindowDays, currency } = workspaces.settings(workspaceId);
    const asOf = readAsOf(query, now());
    const found = await known(workspaceId, asOf, (store) => explainJourney(store, { workspaceId, level }, id));
    return found && { level, id, windowDays: attributionWindowDays, currency, asOf: shown(asOf), ...found };
  };

  return async (app) => {
    app.get(
      '/reports/attribution',
      {
        schema: {
          summary: 'What earned the leads, customers and revenue, under one model',
          params: WorkspacePath,
          querystring: Type.Object({ ...ReportQuery, ...AsOf, model: Type.Optional(answers.Model) }),
          response: { 200: answers.AttributionReport, ...failures },
        },
      },
      async (request, reply) => {
        const { ws } = request.params;
        const { question, asOf } = read(ws, request.query);
        const { model = 'linear', limit = 500 } = request.query;
        const options = { model, limit, ...readChain(request.query) };
        const report = await known(ws, asOf, (store) => attributionReport(store, question, options));
        return answerRows(request, reply, 'attribution', report.rows, { model, ...asked(question, asOf), ...report });
      },
    );

    app.get(
      '/reports/models',
      {
        schema: {
          summary: 'All attribution models side by side',
          params: WorkspacePath,
          querystring: Type.Object({ ...ReportQuery, ...AsOf }),
          response: { 200: answers.ModelComparison, ...failures },
        },
      },
      async (request, reply) => {
        const { ws } = request.params;
        const { question, asOf } = read(ws, request.query);
        const options = { limit: request.query.limit ?? 500, ...readChain(request.query) };
        const comparison = await known(ws, asOf, (store) => compareModels(store, question, options));
        return answerRows(request, reply, 'models', comparison.rows, { ...asked(question, asOf), ...comparison });
      },
    );

    app.get(
      '/groups/:groupId/journey',
      {
        schema: {
          summary: 'Where every cent of a company goes under each model, and why',
          params: GroupPath,
          querystring: Type.Object(AsOf),
          response: { 200: answers.Journey, ...failures },
        },
      },
      async ({ params: { ws, groupId }, query }, reply) =>
        (await journey(ws, 'group', groupId, query)) ?? reply.code(404).send(noGroup),
    );

    app.get(
      '/people/:personId/journey',
      {
        schema: {
          summary: 'Where every cent of a person goes under each model, and why',
          params: PersonPath,
          querystring: Type.Object(AsOf),
          response: { 200: answers.Journey, ...failures },
        },
      },
      async ({ params: { ws, personId }, query }, reply) =>
        (await journey(ws, 'person', personId, query)) ?? reply.code(404).send(noPerson),
    );
  };
}
