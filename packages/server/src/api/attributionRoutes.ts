import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { explainJourney } from '../attribution/explainJourney.ts';
import type { Question } from '../attribution/question.ts';
import { attributionReport, compareModels } from '../attribution/reports.ts';
import { answerRows } from './answerRows.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { failures, GroupPath, noGroup, noPerson, PersonPath, WorkspacePath } from './paths.ts';
import { ReportQuery, readChain, readQuestion } from './reportQuery.ts';

/** Which visits earned the leads, customers and revenue, and how every cent of one company came about. */
export function attributionRoutes({ store, workspaces }: ApiCollaborators): FastifyPluginAsyncTypebox {
  /** The question as it was understood, for the answer. */
  const asked = ({ workspaceId, level, by, from, to, dating, currency }: Question) => {
    const { attributionWindowDays } = workspaces.settings(workspaceId);
    const shown = (time: number | null) => (time === null ? null : new Date(time).toISOString());
    return { level, by, from: shown(from), to: shown(to), dating, windowDays: attributionWindowDays, currency };
  };
  const journey = async (workspaceId: string, level: 'person' | 'group', id: string) => {
    const { attributionWindowDays, currency } = workspaces.settings(workspaceId);
    const found = await explainJourney(store, { workspaceId, level }, id);
    return found && { level, id, windowDays: attributionWindowDays, currency, ...found };
  };

  return async (app) => {
    app.get(
      '/reports/attribution',
      {
        schema: {
          summary: 'What earned the leads, customers and revenue, under one model',
          params: WorkspacePath,
          querystring: Type.Object({ ...ReportQuery, model: Type.Optional(answers.Model) }),
          response: { 200: answers.AttributionReport, ...failures },
        },
      },
      async (request, reply) => {
        const { ws } = request.params;
        const question = readQuestion(ws, request.query, workspaces.settings(ws));
        const { model = 'linear', limit = 500 } = request.query;
        const report = await attributionReport(store, question, { model, limit, ...readChain(request.query) });
        return answerRows(request, reply, 'attribution', report.rows, { model, ...asked(question), ...report });
      },
    );

    app.get(
      '/reports/models',
      {
        schema: {
          summary: 'All attribution models side by side',
          params: WorkspacePath,
          querystring: Type.Object(ReportQuery),
          response: { 200: answers.ModelComparison, ...failures },
        },
      },
      async (request, reply) => {
        const { ws } = request.params;
        const question = readQuestion(ws, request.query, workspaces.settings(ws));
        const comparison = await compareModels(store, question, {
          limit: request.query.limit ?? 500,
          ...readChain(request.query),
        });
        return answerRows(request, reply, 'models', comparison.rows, { ...asked(question), ...comparison });
      },
    );

    app.get(
      '/groups/:groupId/journey',
      {
        schema: {
          summary: 'Where every cent of a company goes under each model, and why',
          params: GroupPath,
          response: { 200: answers.Journey, ...failures },
        },
      },
      async ({ params: { ws, groupId } }, reply) =>
        (await journey(ws, 'group', groupId)) ?? reply.code(404).send(noGroup),
    );

    app.get(
      '/people/:personId/journey',
      {
        schema: {
          summary: 'Where every cent of a person goes under each model, and why',
          params: PersonPath,
          response: { 200: answers.Journey, ...failures },
        },
      },
      async ({ params: { ws, personId } }, reply) =>
        (await journey(ws, 'person', personId)) ?? reply.code(404).send(noPerson),
    );
  };
}
