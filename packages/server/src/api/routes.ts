import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { attributionDetailRoutes } from './attributionDetailRoutes.ts';
import { attributionRoutes } from './attributionRoutes.ts';
import { channelRuleRoutes } from './channelRuleRoutes.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { exportRoutes } from './exportRoutes.ts';
import { feedRoutes } from './feedRoutes.ts';
import { groupRoutes } from './groupRoutes.ts';
import { peopleRoutes } from './peopleRoutes.ts';
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
