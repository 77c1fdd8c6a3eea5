import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { explainJourney } from '../attribution/explainJourney.ts';
import type { Question } from '../attribution/question.ts';
import { attributionReport, compareModels } from '../attribution/reports.ts';
import type { Store } from '../store/store.ts';
import { answerRows } from './answerRows.ts';
import * as answers from './answers.ts';
import { AsOf, type AsOfQuery, readAsOf } from './asOf.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { failures, GroupPath, noGroup, noPerson, PersonPath, WorkspacePath } from './paths.ts';
import { ReportQuery, readChain, readQuestion } from './reportQuery.ts';

/** Which visits earned the leads, customers and revenue, and how every cent of one company came about. */
export function attributionRoutes({ store, workspaces, pasts, now }: ApiCollaborators): FastifyPluginAsyncTypebox {
  /** Answers from what is known today, or was known at a moment. */
  const known = <Answer>(
    workspaceId: string,
    asOf: number | null,
    question: (store: Pick<Store, 'reading'>) => Promise<Answer>,
  ): Promise<Answer> => (asOf === null ? question(store) : pasts.ask(workspaceId, asOf, question));
  const shown = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  /** The question as it was understood, for the answer. */
  const asked = ({ workspaceId, level, by, from, to, dating, currency }: Question, asOf: number | null) => {
    const { attributionWindowDays: windowDays } = workspaces.settings(workspaceId);
    return { level, by, from: shown(from), to: shown(to), dating, windowDays, currency, asOf: shown(asOf) };
  };
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
        const question = readQuestion(ws, request.query, workspaces.settings(ws));
        const { model = 'linear', limit = 500 } = request.query;
        const asOf = readAsOf(request.query, now());
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
        const question = readQuestion(ws, request.query, workspaces.settings(ws));
        const asOf = readAsOf(request.query, now());
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
