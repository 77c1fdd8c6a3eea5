import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Store } from '../store/store.ts';
import { createToken, type Grant } from '../workspaces/tokens.ts';
import { isWorkspaceId, type Workspaces } from '../workspaces/workspaces.ts';
import * as answers from './answers.ts';
import { allow, grantOf, unauthorized } from './auth.ts';

interface Collaborators {
  store: Store;
  workspaces: Workspaces;
  verify(token: string): Promise<Grant | undefined>;
}

const failures = { 400: answers.Problem, 401: answers.Problem, 403: answers.Problem, 409: answers.Problem };

/**
 * `/api/workspaces`: workspaces cannot see each other, so one lists itself and what its admins made. Making one needs an
 * admin token of another; the first is made at the first start.
 */
export function workspaceRoutes({ store, workspaces, verify }: Collaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/workspaces',
      {
        schema: {
          summary: 'The workspace of the token, and those that its admins made',
          response: { 200: answers.WorkspaceList, ...failures },
        },
      },
      async (request, reply) => {
        const grant = await grantOf(request, verify);
        if (!grant) return reply.code(401).send(unauthorized);
        const made = workspaces.madeBy(grant.workspaceId);
        return {
          workspaces: [
            { workspaceId: grant.workspaceId, own: true },
            ...made.map((workspaceId) => ({ workspaceId, own: false })),
          ],
        };
      },
    );

    app.post(
      '/workspaces',
      {
        schema: {
          summary: 'Make a workspace; its admin token is shown in this answer only',
          body: Type.Object({ workspaceId: Type.Optional(Type.String()) }, { additionalProperties: false }),
          response: { 201: answers.NewWorkspace, ...failures },
        },
      },
      async (request, reply) => {
        const grant = await grantOf(request, verify);
        if (!allow(reply, grant, grant?.workspaceId ?? '', true)) return reply;
        const wanted = request.body.workspaceId;
        if (wanted !== undefined && !isWorkspaceId(wanted)) {
          const message = 'A workspace id is "ws_" followed by up to 100 letters, digits, "_" or "-".';
          return reply.code(400).send({ code: 'bad_request', message });
        }
        const made = await workspaces.createFor(grant?.workspaceId ?? '', wanted);
        if (made === undefined) {
          const message = `There is a workspace ${wanted} already. Take another id, or leave it out to get one made.`;
          return reply.code(409).send({ code: 'workspace_exists', message });
        }
        const token = await createToken(store.intake, { workspaceId: made, role: 'admin' });
        return reply.code(201).send({ workspaceId: made, token });
      },
    );
  };
}
