import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { attributionDetailRoutes } from './attributionDetailRoutes.ts';
import { attributionRoutes } from './attributionRoutes.ts';
import { channelRuleRoutes } from './channelRuleRoutes.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { exportRoutes } from './exportRoutes.ts';
import { feedRoutes } from './feedRoutes.ts';
import { groupRoutes } from './groupRoutes.ts';
import { peopleRoutes } from './peopleRoutes.ts';
import { BadQuery } from './query.ts';
import { rateRoutes } from './rateRoutes.ts';
import { reportRoutes } from './reportRoutes.ts';
import { settingsRoutes } from './settingsRoutes.ts';
import { spendRoutes } from './spendRoutes.ts';
import { teamRoutes } from './teamRoutes.ts';
import { tokenRoutes } from './tokenRoutes.ts';
import { viewRoutes } from './viewRoutes.ts';
import { webhookSecretRoutes } from './webhookSecretRoutes.ts';

/** `/api/workspaces/{ws}/…`: the questions of SPEC section 9. Who may ask them is said in rights.ts. */
export function apiRoutes(collaborators: ApiCollaborators): FastifyPluginAsyncTypebox {
  const { fresh } = collaborators;
  return async (app) => {
    app.addHook('preHandler', async (request) => {
      if (request.method === 'GET' || request.method === 'HEAD') await fresh();
    });
    app.setErrorHandler((error: Error & { validation?: unknown; statusCode?: number }, request, reply) => {
      if (error instanceof BadQuery || error.validation) {
        return reply.code(400).send({ code: 'bad_request', message: error.message });
      }
      if (error.statusCode !== undefined && error.statusCode < 500) throw error;
      // What went wrong may quote the query with its parameters: that is for the log of the operator at most.
      request.log.error({ code: (error as { code?: unknown }).code }, 'A question could not be answered.');
      return reply.code(500).send({
        code: 'internal',
        message:
          'This question could not be answered. The events are safe; try again, and look at the log if it stays so.',
      });
    });
    for (const routes of [
      groupRoutes,
      peopleRoutes,
      feedRoutes,
      settingsRoutes,
      channelRuleRoutes,
      exportRoutes,
      attributionRoutes,
      attributionDetailRoutes,
      reportRoutes,
      spendRoutes,
      rateRoutes,
      tokenRoutes,
      teamRoutes,
      webhookSecretRoutes,
      viewRoutes,
    ]) {
      await app.register(routes(collaborators));
    }
  };
}
