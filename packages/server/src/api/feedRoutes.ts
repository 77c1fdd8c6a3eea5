import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { readFeed } from '../events/feed.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { answerList } from './list.ts';
import { failures, WorkspacePath } from './paths.ts';
import { type Place, readCursor, writeCursor } from './query.ts';

/** The live feed, page by page; `events/stream` sends it as it flows. */
export function feedRoutes({ store }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
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
  };
}
