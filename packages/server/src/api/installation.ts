import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { renderSnippet } from 'spectacle-js/snippet';
import Type from 'typebox';
import { hasEvents } from '../events/feed.ts';
import type { Store } from '../store/store.ts';
import * as answers from './answers.ts';

/** What somebody needs who installs Spectacle on a site: ids, address, and the snippet to paste. */
export function installationRoutes(store: Store): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/installation',
      {
        schema: {
          summary: 'The snippet, and whether an event has arrived',
          params: Type.Object({ ws: Type.String() }),
          response: { 200: answers.Installation, 401: answers.Problem, 403: answers.Problem },
        },
      },
      async (request) => {
        const { ws } = request.params;
        const baseUrl = `${request.protocol}://${request.host}`;
        return {
          workspaceId: ws,
          baseUrl,
          snippet: renderSnippet({ workspaceId: ws, baseUrl }),
          hasEvents: await hasEvents(store.reading, ws),
        };
      },
    );
  };
}
