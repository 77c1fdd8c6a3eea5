import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { hasAccounts } from '../accounts/accounts.ts';
import type { Doorman } from '../accounts/doorman.ts';
import type { OneTimeLink } from '../accounts/oneTimeLink.ts';
import { chooseWorkspace } from '../accounts/sessions.ts';
import { grantOfHash, tokenHash, verifyToken } from '../workspaces/tokens.ts';
import { sessionCookie } from './access.ts';
import * as answers from './answers.ts';
import { knownAccess } from './guard.ts';
import { describeSession, type LogInCollaborators, logIn, logOut, turnAway } from './logIn.ts';

export interface SessionCollaborators extends LogInCollaborators {
  doorman: Doorman;
}

const problems = { 400: answers.Problem, 401: answers.Problem, 403: answers.Problem };

/**
 * Log in with a token, a password or the link that the first start printed; ask who is logged in, choose a workspace, log out.
 */
export function sessionRoutes({
  doorman,
  link,
  ...collaborators
}: SessionCollaborators & { link: OneTimeLink | undefined }): FastifyPluginAsyncTypebox {
  const { store, now } = collaborators;
  const taken = async (secret: string) => {
    const hash = link?.take(secret);
    const grant = hash === undefined ? undefined : await grantOfHash(store.reading, hash);
    return grant && { ...grant, tokenHash: hash ?? '' };
  };
  return async (app) => {
    app.get(
      '/entrance',
      { schema: { summary: 'By what one can log in here', response: { 200: answers.Entrance, ...problems } } },
      async () => ({ hasAccounts: await hasAccounts(store.reading) }),
    );

    app.post(
      '/session',
      {
        schema: {
          summary:
            'Log in with email and password, with a token, or with the secret of the link that the first start printed',
          body: Type.Object(
            {
              token: Type.Optional(Type.String({ maxLength: 500 })),
              email: Type.Optional(Type.String({ maxLength: 500 })),
              password: Type.Optional(Type.String({ maxLength: 1000 })),
              link: Type.Optional(Type.String({ maxLength: 200 })),
            },
            { additionalProperties: false },
          ),
          response: { 200: answers.Session, ...problems, 429: answers.Problem, 503: answers.Problem },
        },
      },
      async (request, reply) => {
        const { token, email, password, link: secretOfLink } = request.body;
        if (secretOfLink !== undefined) {
          const checked = await doorman.secret(request.ip, () => taken(secretOfLink));
          if (!checked.ok) return turnAway(reply, checked, usedLink);
          const { tokenHash: hash, workspaceId } = checked.found;
          return await logIn(collaborators, request, reply, { email: '', tokenHash: hash }, workspaceId);
        }
        if (token !== undefined) {
          const secret = token.trim();
          const checked = await doorman.secret(request.ip, () => verifyToken(store.reading, secret));
          if (!checked.ok) return turnAway(reply, checked, wrongToken);
          const owner = { email: '', tokenHash: tokenHash(secret) };
          return await logIn(collaborators, request, reply, owner, checked.found.workspaceId);
        }
        if (email === undefined || password === undefined) {
          return reply.code(400).send({ code: 'bad_request', message: 'Send "email" and "password", or "token".' });
        }
        const checked = await doorman.password(email, password, request.ip);
        if (!checked.ok) return turnAway(reply, checked, 'The email address or the password is wrong.');
        return await logIn(collaborators, request, reply, { email: checked.account.email, tokenHash: '' }, '');
      },
    );

    app.get(
      '/session',
      { schema: { summary: 'Who is logged in', response: { 200: answers.Session, ...problems } } },
      async (request, reply) => await describeSession(collaborators, reply, knownAccess(request)),
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
        return await describeSession(collaborators, reply, { ...access, chosen });
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
  'This token opens nothing. The first start of Spectacle printed one. If it is lost, start the server with SPECTACLE_TOKEN set to one of your own.';

const usedLink =
  'This link was used already, or is older than an hour or than the last start. Log in with the token that stood beside it.';
