import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type ExportedEvent, exportEvents, type StoredPlace } from '../transfer/exportedEvents.ts';
import { groupDocument } from '../transfer/groupDocument.ts';
import { personDocument } from '../transfer/personDocument.ts';
import { readStory } from '../transfer/story.ts';
import { writeDocument } from '../transfer/writeDocument.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { answerList } from './list.ts';
import { failures, GroupPath, noGroup, noPerson, PersonPath, WorkspacePath } from './paths.ts';
import { priced } from './priced.ts';
import { readCursor, writeCursor } from './query.ts';

/** Exports: everything about one person or company as one document, and all events as they could be sent again. */
export function exportRoutes({ store, workspaces }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/people/:personId/export',
      {
        schema: {
          summary: 'Everything about one person, as one document',
          params: PersonPath,
          response: { 200: answers.PersonExport, ...failures },
        },
      },
      async ({ params: { ws, personId } }, reply) => {
        const found = await personDocument(store.reading, ws, personId);
        if (!found) return reply.code(404).send(noPerson);
        const { person, ...rest } = found;
        const head = { ...documentHead(ws), person: priced(workspaces, ws, person), ...rest };
        return sendDocument(reply, writeDocument(head, 'events', readStory(store.reading, ws, { personId })));
      },
    );

    app.get(
      '/groups/:groupId/export',
      {
        schema: {
          summary: 'Everything about one company, as one document',
          params: GroupPath,
          response: { 200: answers.GroupExport, ...failures },
        },
      },
      async ({ params: { ws, groupId } }, reply) => {
        const found = await groupDocument(store.reading, ws, groupId);
        if (!found) return reply.code(404).send(noGroup);
        const { group, ...rest } = found;
        const head = { ...documentHead(ws), group: priced(workspaces, ws, group), ...rest };
        const whose = { groupId, history: workspaces.settings(ws).membership === 'history' };
        return sendDocument(reply, writeDocument(head, 'events', readStory(store.reading, ws, whose)));
      },
    );

    app.get(
      '/events/export',
      {
        schema: {
          summary: 'All events, as calls that can be sent again; not in order of time',
          params: WorkspacePath,
          querystring: Type.Object({
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 1000 })),
            cursor: Type.Optional(Type.String()),
          }),
          response: {
            200: Type.Object({
              events: Type.Array(answers.ExportedEvent),
              next: Type.Union([Type.String(), Type.Null()]),
            }),
            ...failures,
          },
        },
      },
      (request, reply) =>
        answerList(
          request,
          reply,
          'events',
          async (limit, cursor) => {
            const after = cursor === undefined ? undefined : readCursor<StoredPlace>(cursor, ['visitor', 'time', 'id']);
            const part = { after, limit: limit ?? 1000 };
            const { events, next } = await exportEvents(store.reading, request.params.ws, part);
            const rows = request.headers.accept?.includes('text/csv') ? events.map(inCells) : events;
            return { rows: rows as object[], next: writeCursor(next) };
          },
          cells,
        ) as never,
    );
  };
}

/** The columns of events as CSV. Properties, traits and context are JSON in one cell each: together they have too many keys. */
const cells = [
  'type', 'event', 'timestamp', 'receivedAt', 'messageId', 'personId', 'userId', 'anonymousId', 'email', 'previousId',
  'groupId', 'properties', 'traits', 'context',
] as const; // biome-ignore format: a list

function inCells(event: ExportedEvent): object {
  const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value));
  const { properties, traits, context } = event;
  return { ...event, properties: json(properties), traits: json(traits), context: json(context) };
}

const documentHead = (workspaceId: string) => ({ workspaceId, exportedAt: new Date().toISOString() });

/** The schema describes the document; it is too long to be checked against it before it is sent. */
function sendDocument(reply: { type(type: string): unknown }, pieces: AsyncGenerator<string>): never {
  reply.type('application/json; charset=utf-8');
  return Readable.from(pieces) as never;
}
