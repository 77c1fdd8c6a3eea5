import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Doorman } from '../accounts/doorman.ts';
import { chooseWorkspace } from '../accounts/sessions.ts';
import type { Store } from '../store/store.ts';
import { tokenHash, verifyToken } from '../workspaces/tokens.ts';
import { sessionCookie } from './access.ts';
import * as answers from './answers.ts';
import { knownAccess } from './guard.ts';
import { describeSession, logIn, logOut, turnAway } from './logIn.ts';

export interface SessionCollaborators {
  store: Store;
  doorman: Doorman;
  /** Milliseconds since 1970. */
  now(): number;
}

const problems = { 400: answers.Problem, 401: answers.Problem, 403: answers.Problem };

/** Log in with a token or a password, ask who is logged in, choose a workspace, log out. */
export function sessionRoutes({ store, doorman, now }: SessionCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/session',
      {
        schema: {
          summary: 'Log in with email and password, or with a token',
          body: Type.Object(
            {
              token: Type.Optional(Type.String({ maxLength: 500 })),
              email: Type.Optional(Type.String({ maxLength: 500 })),
              password: Type.Optional(Type.String({ maxLength: 1000 })),
            },
            { additionalProperties: false },
          ),
          response: { 200: answers.Session, ...problems, 429: answers.Problem, 503: answers.Problem },
        },
      },
      async (request, reply) => {
        const { token, email, password } = request.body;
        if (token !== undefined) {
          const secret = token.trim();
          const checked = await doorman.secret(request.ip, () => verifyToken(store.reading, secret));
          if (!checked.ok) return turnAway(reply, checked, wrongToken);
          const owner = { email: '', tokenHash: tokenHash(secret) };
          return await logIn({ store, now }, request, reply, owner, checked.found.workspaceId);
        }
        if (email === undefined || password === undefined) {
          return reply.code(400).send({ code: 'bad_request', message: 'Send "email" and "password", or "token".' });
        }
        const checked = await doorman.password(email, password, request.ip);
        if (!checked.ok) return turnAway(reply, checked, 'The email address or the password is wrong.');
        return await logIn({ store, now }, request, reply, { email: checked.account.email, tokenHash: '' }, '');
      },
    );

    app.get(
      '/session',
      { schema: { summary: 'Who is logged in', response: { 200: answers.Session, ...problems } } },
      async (request, reply) => await describeSession(store, reply, knownAccess(request)),
    );

    app.patch(
      '/session',
      {
        schema: {
          summary: 'Choose another workspace of the account',
          body: Type.Object({ workspaceId: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
          response: { 200: answers.Session, ...problems },
        },
      },
      async (request, reply) => {
        const access = knownAccess(request);
        const chosen = access.seats.find((seat) => seat.workspaceId === request.body.workspaceId);
        if (!chosen || !access.session) {
          const message = 'This log-in does not open that workspace. Ask one of its owners to invite you.';
          return reply.code(403).send({ code: 'forbidden', message });
        }
        await chooseWorkspace(store.intake, access.session, chosen.workspaceId, now());
        return await describeSession(store, reply, { ...access, chosen });
      },
    );

    app.delete(
      '/session',
      { schema: { summary: 'Log out', response: { 204: Type.Null(), 403: answers.Problem } } },
      async (request, reply) => {
        await logOut({ store, now }, request);
        return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send(null);
      },
    );
  };
}

const wrongToken =
  'This token opens nothing. The first start of Spectacle printed one; "spectacle token" makes another.';
