import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { readFeed } from '../events/feed.ts';
import { findGroup, listGroups } from '../groups/groups.ts';
import { listMembers } from '../groups/members.ts';
import { listTraitHistory } from '../groups/traitHistory.ts';
import { explainIdentity } from '../identity/explanation.ts';
import { findPerson, listMemberships, listPeople } from '../people/people.ts';
import type { Store } from '../store/store.ts';
import { readTimeline } from '../timelines/timeline.ts';
import type { Grant } from '../workspaces/tokens.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import * as answers from './answers.ts';
import { allow, grantOf } from './auth.ts';
import { answerList } from './list.ts';
import { BadQuery, ListQuery, readCursor, readListing, TimelineQuery, writeCursor } from './query.ts';

export interface ApiCollaborators {
  store: Store;
  workspaces: Workspaces;
  verify(token: string): Promise<Grant | undefined>;
  /** Returns when what was stored before is derived, if that will not take long. */
  fresh(): Promise<void>;
  /** Derives a workspace again from its events; returns when it is done. */
  derivedAgain(workspaceId: string): Promise<void>;
  forget: {
    person(workspaceId: string, personId: string): Promise<answers.Erased | undefined>;
    group(workspaceId: string, groupId: string): Promise<answers.Erased | undefined>;
  };
}

type Place = { time: string; id: string };

const GroupPath = Type.Object({ ws: Type.String(), groupId: Type.String() });
const PersonPath = Type.Object({ ws: Type.String(), personId: Type.String() });
const WorkspacePath = Type.Object({ ws: Type.String() });
const failures = {
  400: answers.Problem,
  401: answers.Problem,
  403: answers.Problem,
  404: answers.Problem,
};

const noGroup = { code: 'not_found', message: 'No event has named this company yet.' };
const noPerson = { code: 'not_found', message: 'There is no such person, or it was linked to another one since.' };

/** `/api/workspaces/{ws}/…`: the questions of SPEC section 9. */
export function apiRoutes({
  store,
  workspaces,
  verify,
  fresh,
  derivedAgain,
  forget,
}: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.addHook('preHandler', async (request, reply) => {
      const { ws } = request.params as { ws: string };
      const grant = await grantOf(request, verify);
      const changes = request.method !== 'GET' && request.method !== 'HEAD';
      if (!allow(reply, grant, ws, changes)) return reply;
      if (!changes) await fresh();
    });
    app.setErrorHandler((error: Error & { validation?: unknown; statusCode?: number }, _request, reply) => {
      if (error instanceof BadQuery || error.validation) {
        return reply.code(400).send({ code: 'bad_request', message: error.message });
      }
      throw error;
    });

    const groupOf = ({ ws, groupId }: { ws: string; groupId: string }) => ({
      groupId,
      history: workspaces.settings(ws).membership === 'history',
    });

    /** Lists say money in the workspace's currency. */
    const priced = <Row extends object>(ws: string, row: Row) => ({
      ...row,
      currency: workspaces.settings(ws).currency,
    });

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
          return { rows: groups.map((group) => priced(request.params.ws, group)), total, next: writeCursor(next) };
        }) as never,
    );

    app.get(
      '/groups/:groupId',
      { schema: { summary: 'One company', params: GroupPath, response: { 200: answers.GroupSummary, ...failures } } },
      async ({ params: { ws, groupId } }, reply) => {
        const group = await findGroup(store.reading, ws, groupId);
        return group ? priced(ws, group) : reply.code(404).send(noGroup);
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
          timelinePage(request.params.ws, groupOf(request.params), request.query.type, limit, cursor),
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

    app.get(
      '/people',
      {
        schema: {
          summary: 'People',
          params: WorkspacePath,
          querystring: ListQuery,
          response: { 200: answers.PersonList, ...failures },
        },
      },
      (request, reply) =>
        answerList(request, reply, 'people', async (limit, cursor) => {
          const query = { ...request.query, ...(limit && { limit }), ...(cursor && { cursor }) };
          const { people, total, next } = await listPeople(
            store.reading,
            request.params.ws,
            readListing(query, '-lastSeen'),
          );
          return { rows: people.map((person) => priced(request.params.ws, person)), total, next: writeCursor(next) };
        }) as never,
    );

    app.get(
      '/people/:personId',
      { schema: { summary: 'One person', params: PersonPath, response: { 200: answers.Person, ...failures } } },
      async ({ params: { ws, personId } }, reply) => {
        const person = await findPerson(store.reading, ws, personId);
        return person ? priced(ws, person) : reply.code(404).send(noPerson);
      },
    );

    app.get(
      '/people/:personId/timeline',
      {
        schema: {
          summary: 'What a person did, newest first',
          params: PersonPath,
          querystring: TimelineQuery,
          response: { 200: answers.Timeline, ...failures },
        },
      },
      (request, reply) =>
        answerList(request, reply, 'events', (limit, cursor) =>
          timelinePage(request.params.ws, { personId: request.params.personId }, request.query.type, limit, cursor),
        ) as never,
    );

    app.get(
      '/people/:personId/memberships',
      {
        schema: {
          summary: 'The companies a person was in',
          params: PersonPath,
          response: { 200: answers.MembershipList, ...failures },
        },
      },
      async ({ params: { ws, personId } }, reply) => {
        const memberships = await listMemberships(store.reading, ws, personId);
        return memberships ? { memberships } : reply.code(404).send(noPerson);
      },
    );

    app.get(
      '/people/:personId/identity',
      {
        schema: {
          summary: 'Why some ids are one person',
          params: PersonPath,
          response: { 200: answers.Identity, ...failures },
        },
      },
      async ({ params: { ws, personId } }, reply) => {
        const ids = await explainIdentity(store.reading, ws, personId);
        return ids.length > 0 ? { personId, ids } : reply.code(404).send(noPerson);
      },
    );

    app.delete(
      '/people/:personId',
      {
        schema: {
          summary: 'Forget a person: erase every trace of it',
          params: PersonPath,
          response: { 200: answers.Erased, ...failures },
        },
      },
      async ({ params: { ws, personId } }, reply) =>
        (await forget.person(ws, personId)) ?? reply.code(404).send(noPerson),
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

    app.post(
      '/rebuild',
      {
        schema: {
          summary: 'Derive everything again from the events, while they keep arriving',
          params: WorkspacePath,
          response: { 200: Type.Object({ rebuilt: Type.Boolean() }), ...failures },
        },
      },
      async ({ params: { ws } }) => {
        await derivedAgain(ws);
        return { rebuilt: true };
      },
    );

    app.get(
      '/events',
      {
        schema: {
          summary: 'Events as they arrived, with verdicts and warnings',
          params: WorkspacePath,
          querystring: Type.Object({
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
            cursor: Type.Optional(Type.String()),
          }),
          response: { 200: answers.Feed, ...failures },
        },
      },
      (request, reply) =>
        answerList(request, reply, 'events', async (limit, cursor) => {
          const after = cursor === undefined ? undefined : readCursor<Place>(cursor, ['time', 'id']);
          const { events, next } = await readFeed(store.reading, request.params.ws, { after, limit: limit ?? 100 });
          return { rows: events, next: writeCursor(next) };
        }) as never,
    );

    app.get(
      '/settings',
      {
        schema: {
          summary: 'Settings of the workspace',
          params: WorkspacePath,
          response: { 200: answers.Settings, ...failures },
        },
      },
      async ({ params: { ws } }) => workspaces.settings(ws),
    );

    app.patch(
      '/settings',
      {
        schema: {
          summary: 'Change settings; what they decide is derived again',
          params: WorkspacePath,
          body: Type.Partial(answers.Settings, { additionalProperties: false }),
          response: { 200: answers.Settings, ...failures },
        },
      },
      async ({ params: { ws }, body }) => {
        const settings = await workspaces.change(ws, body);
        await derivedAgain(ws);
        return settings;
      },
    );

    async function timelinePage(
      ws: string,
      whose: { groupId: string; history: boolean } | { personId: string },
      type: string | undefined,
      limit: number | undefined,
      cursor: string | undefined,
    ) {
      const after = cursor === undefined ? undefined : readCursor<Place>(cursor, ['time', 'id']);
      const types = type === undefined || type === '' ? [] : type.split(',');
      const { events, next } = await readTimeline(store.reading, ws, whose, { types, after, limit: limit ?? 50 });
      return { rows: events, next: writeCursor(next) };
    }
  };
}
