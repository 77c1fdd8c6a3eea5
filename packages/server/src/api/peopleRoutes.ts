import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { explainIdentity } from '../identity/explanation.ts';
import { findPerson, listMemberships, listPeople } from '../people/people.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { answerList } from './list.ts';
import { failures, noPerson, PersonPath, WorkspacePath } from './paths.ts';
import { priced } from './priced.ts';
import { ListQuery, readListing, TimelineQuery, writeCursor } from './query.ts';
import { timelinePage } from './timelinePage.ts';

/** People: the list, one, its timeline, memberships and identity; forgetting one. */
export function peopleRoutes({ store, workspaces, forget }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
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
          return {
            rows: people.map((person) => priced(workspaces, request.params.ws, person)),
            total,
            next: writeCursor(next),
          };
        }) as never,
    );

    app.get(
      '/people/:personId',
      { schema: { summary: 'One person', params: PersonPath, response: { 200: answers.Person, ...failures } } },
      async ({ params: { ws, personId } }, reply) => {
        const person = await findPerson(store.reading, ws, personId);
        return person ? priced(workspaces, ws, person) : reply.code(404).send(noPerson);
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
          timelinePage(
            store,
            request.params.ws,
            { personId: request.params.personId },
            request.query.type,
            limit,
            cursor,
          ),
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
  };
}
