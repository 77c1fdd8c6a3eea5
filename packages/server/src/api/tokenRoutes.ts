import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { createToken, listTokens, revokeById, tokenId } from '../workspaces/tokens.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { failures, WorkspacePath } from './paths.ts';

const refusals = {
  not_found: { status: 404, message: 'This workspace has no token of that id. List them: GET tokens.' },
  last_admin_token: {
    status: 409,
    message: 'This is the last admin token of the workspace. Make another one before you revoke it.',
  },
} as const;

/** The tokens of a workspace: listed, made, revoked. */
export function tokenRoutes({ store }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/tokens',
      {
        schema: {
          summary: 'The tokens of the workspace',
          params: WorkspacePath,
          response: { 200: answers.TokenList, ...failures },
        },
      },
      async ({ params: { ws } }) => ({ tokens: await listTokens(store.reading, ws) }),
    );

    app.post(
      '/tokens',
      {
        schema: {
          summary: 'Make a token; it is shown in this answer only',
          params: WorkspacePath,
          body: Type.Object(
            { role: answers.TokenRole, name: Type.Optional(Type.String({ maxLength: 100 })) },
            { additionalProperties: false },
          ),
          response: { 201: answers.NewToken, ...failures },
        },
      },
      async ({ params: { ws }, body: { role, name = '' } }, reply) => {
        const token = await createToken(store.intake, { workspaceId: ws, role, name: name.trim() });
        return reply.code(201).send({ id: tokenId(token), role, name: name.trim(), token });
      },
    );

    app.delete(
      '/tokens/:id',
      {
        schema: {
          summary: 'Revoke a token, and the log-ins to the web app that were made with it',
          params: Type.Object({ ws: Type.String(), id: Type.String() }),
          response: { 200: answers.Token, ...failures, 409: answers.Problem },
        },
      },
      async ({ params: { ws, id } }, reply) => {
        const revoked = await revokeById(store.intake, ws, id);
        if (revoked.ok) return revoked.token;
        const { status, message } = refusals[revoked.code];
        return reply.code(status).send({ code: revoked.code, message });
      },
    );
  };
}
