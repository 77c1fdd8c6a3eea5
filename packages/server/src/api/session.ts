import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { hasEvents } from '../events/feed.ts';
import type { Store } from '../store/store.ts';
import { createToken, type Grant, revokeToken } from '../workspaces/tokens.ts';
import * as answers from './answers.ts';
import { grantOf, sessionCookie, unauthorized } from './auth.ts';

const thirtyDays = 30 * 24 * 60 * 60;

/** Log in with a token, ask who is logged in, log out. The cookie holds a token of its own, which dies with the log-out. */
export function sessionRoutes(
  store: Store,
  verify: (token: string) => Promise<Grant | undefined>,
): FastifyPluginAsyncTypebox {
  const describe = async ({ workspaceId, role }: Grant) => ({
    workspaceId,
    role,
    hasEvents: await hasEvents(store.reading, workspaceId),
  });
  return async (app) => {
    app.post(
      '/session',
      {
        schema: {
          summary: 'Log in with a token',
          body: Type.Object({ token: Type.String({ maxLength: 500 }) }),
          response: { 200: answers.Session, 401: answers.Problem },
        },
      },
      async (request, reply) => {
        const token = request.body.token.trim();
        const grant = await verify(token);
        if (!grant) {
          return reply.code(401).send({
            code: 'unauthorized',
            message:
              'This token opens nothing. The first start of Spectacle printed one; "spectacle token" makes another.',
          });
        }
        const session = await createToken(store.intake, { ...grant, openedBy: token });
        reply.setCookie(sessionCookie, session, {
          path: '/',
          httpOnly: true,
          sameSite: 'strict',
          secure: request.protocol === 'https',
          maxAge: thirtyDays,
        });
        return await describe(grant);
      },
    );

    app.get(
      '/session',
      { schema: { summary: 'Who is logged in', response: { 200: answers.Session, 401: answers.Problem } } },
      async (request, reply) => {
        const grant = await grantOf(request, verify);
        return grant ? await describe(grant) : reply.code(401).send(unauthorized);
      },
    );

    app.delete(
      '/session',
      { schema: { summary: 'Log out', response: { 204: Type.Null() } } },
      async (request, reply) => {
        const session = request.cookies[sessionCookie];
        if (session) await revokeToken(store.intake, session);
        return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send(null);
      },
    );
  };
}
