import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { findGroup, listGroups } from '../groups/groups.ts';
import { listMembers } from '../groups/members.ts';
import { listTraitHistory } from '../groups/traitHistory.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { answerList } from './list.ts';
import { failures, GroupPath, noGroup, WorkspacePath } from './paths.ts';
import { priced } from './priced.ts';
import { ListQuery, readCursor, readListing, TimelineQuery, writeCursor } from './query.ts';
import { timelinePage } from './timelinePage.ts';

const groupOf = (workspaces: Workspaces, { ws, groupId }: { ws: string; groupId: string }) => ({
  groupId,
  history: workspaces.settings(ws).membership === 'history',
});

/** Companies: the list, one, its people, timeline and traits; forgetting one. */
export function groupRoutes({ store, workspaces, forget }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/groups',
      {
        schema: {
          summary: 'Companies',
          params: WorkspacePath,
          querystring: ListQuery,
          response: { 200: answers.GroupList, ...failures },
        },
      },
      (request, reply) =>
        answerList(request, reply, 'groups', async (limit, cursor) => {
          const query = { ...request.query, ...(limit && { limit }), ...(cursor && { cursor }) };
          const { groups, total, next } = await listGroups(
            store.reading,
            request.params.ws,
            readListing(query, '-lastSeen'),
          );
          return {
            rows: groups.map((group) => priced(workspaces, request.params.ws, group)),
            total,
            next: writeCursor(next),
          };
        }) as never,
    );

    app.get(
      '/groups/:groupId',
      { schema: { summary: 'One company', params: GroupPath, response: { 200: answers.GroupSummary, ...failures } } },
      async ({ params: { ws, groupId } }, reply) => {
        const group = await findGroup(store.reading, ws, groupId);
        return group ? priced(workspaces, ws, group) : reply.code(404).send(noGroup);
      },
    );

    app.get(
      '/groups/:groupId/members',
      {
        schema: {
          summary: 'People in a company, now or formerly',
          params: GroupPath,
          querystring: Type.Object({
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
            cursor: Type.Optional(Type.String()),
            former: Type.Optional(Type.Boolean()),
          }),
          response: { 200: answers.MemberList, ...failures },
        },
      },
      (request, reply) =>
        answerList(request, reply, 'members', async (limit, cursor) => {
          const { ws, groupId } = request.params;
          const after = cursor === undefined ? '' : readCursor<{ id: string }>(cursor, ['id']).id;
          const part = { former: request.query.former ?? false, after, limit: limit ?? 100 };
          const { members, next } = await listMembers(store.reading, ws, groupId, part);
          return { rows: members, next: writeCursor(next === null ? null : { id: next }) };
        }) as never,
    );

    app.get(
      '/groups/:groupId/timeline',
      {
        schema: {
          summary: 'What the people of a company did, newest first',
          params: GroupPath,
          querystring: TimelineQuery,
          response: { 200: answers.Timeline, ...failures },
        },
      },
      (request, reply) =>
        answerList(request, reply, 'events', (limit, cursor) =>
          timelinePage(
            store,
            request.params.ws,
            groupOf(workspaces, request.params),
            request.query.type,
            limit,
            cursor,
          ),
        ) as never,
    );

    app.get(
      '/groups/:groupId/traits',
      {
        schema: {
          summary: 'What a company’s traits were, and when',
          params: GroupPath,
          response: { 200: answers.TraitHistory, ...failures },
        },
      },
      async ({ params: { ws, groupId } }) => ({ traits: await listTraitHistory(store.reading, ws, groupId) }),
    );

    app.delete(
      '/groups/:groupId',
      {
        schema: {
          summary: 'Forget a company: erase every event that names it',
          params: GroupPath,
          response: { 200: answers.Erased, ...failures },
        },
      },
      async ({ params: { ws, groupId } }, reply) => (await forget.group(ws, groupId)) ?? reply.code(404).send(noGroup),
    );
  };
}
