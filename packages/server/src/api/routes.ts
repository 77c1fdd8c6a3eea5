import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { allow, grantOf } from './auth.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { feedRoutes } from './feedRoutes.ts';
import { groupRoutes } from './groupRoutes.ts';
import { peopleRoutes } from './peopleRoutes.ts';
import { BadQuery } from './query.ts';
import { settingsRoutes } from './settingsRoutes.ts';

/** `/api/workspaces/{ws}/…`: the questions of SPEC section 9. Reading needs a token of the workspace, changing an admin's. */
export function apiRoutes(collaborators: ApiCollaborators): FastifyPluginAsyncTypebox {
  const { verify, fresh } = collaborators;
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
    for (const routes of [groupRoutes, peopleRoutes, feedRoutes, settingsRoutes]) {
      await app.register(routes(collaborators));
    }
  };
}
