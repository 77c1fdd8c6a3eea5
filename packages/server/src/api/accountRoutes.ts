import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { findAccount, saveAccount } from '../accounts/accounts.ts';
import { type Passwords, passwordFault } from '../accounts/password.ts';
import { endSessions, type Session, sessionId, sessionsOf } from '../accounts/sessions.ts';
import { sessionCookie } from './access.ts';
import * as answers from './answers.ts';
import { knownAccess } from './guard.ts';
import { turnAway } from './logIn.ts';
import type { SessionCollaborators } from './session.ts';

const problems = { 400: answers.Problem, 401: answers.Problem, 403: answers.Problem };

/** What is somebody's own: name, password, and the sessions everywhere. */
export function accountRoutes({
  store,
  doorman,
  passwords,
  now,
}: SessionCollaborators & { passwords: Passwords }): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.patch(
      '/account',
      {
        schema: {
          summary: 'Change the name, or with the present password the password, which ends the other sessions',
          body: Type.Object(
            {
              name: Type.Optional(Type.String({ maxLength: 100 })),
              password: Type.Optional(Type.String({ maxLength: 1000 })),
              newPassword: Type.Optional(Type.String({ maxLength: 1000 })),
            },
            { additionalProperties: false },
          ),
          response: {
            200: Type.Object({ email: Type.String(), name: Type.String() }),
            ...problems,
            429: answers.Problem,
            503: answers.Problem,
          },
        },
      },
      async (request, reply) => {
        const { email, session } = knownAccess(request);
        if (email === undefined || !session) return noSession(reply);
        const { name, password, newPassword } = request.body;
        if (password === undefined || newPassword === undefined) {
          const account = await findAccount(store.reading, email);
          if (name === undefined || password !== newPassword || !account) {
            const message = 'Send "name", or "password" and "newPassword".';
            return reply.code(400).send({ code: 'bad_request', message });
          }
          await saveAccount(store.intake, { ...account, name: name.trim() }, now());
          return { email, name: name.trim() };
        }
        const fault = passwordFault(newPassword, email);
        if (fault !== undefined) return reply.code(400).send({ code: 'bad_password', message: fault });
        const checked = await doorman.password(email, password, request.ip);
        // Not 401: the session is as good as it was.
        if (!checked.ok && checked.code === 'wrong') {
          return reply.code(403).send({ code: 'wrong_password', message: 'The present password is wrong.' });
        }
        if (!checked.ok) return turnAway(reply, checked, '');
        const account = { ...checked.account, ...(name !== undefined && { name: name.trim() }) };
        await saveAccount(store.intake, { ...account, password: await passwords.hash(newPassword) }, now());
        await endSessions(store.intake, session, { except: session.hash });
        return { email, name: account.name };
      },
    );

    app.get(
      '/sessions',
      {
        schema: {
          summary: 'Where this account, or this token, is logged in',
          response: { 200: answers.SessionList, ...problems },
        },
      },
      async (request, reply) => {
        const own = knownAccess(request).session;
        if (!own) return noSession(reply);
        const all = await sessionsOf(store.reading, own, now());
        return { sessions: all.map((session) => ({ ...session, current: session.id === sessionId(own) })) };
      },
    );

    app.delete(
      '/sessions',
      {
        schema: {
          summary: 'Log out everywhere; with ?except=current, everywhere else',
          querystring: Type.Object({ except: Type.Optional(Type.Literal('current')) }),
          response: { 204: Type.Null(), ...problems },
        },
      },
      async (request, reply) => {
        const own = knownAccess(request).session;
        if (!own) return noSession(reply);
        const stays = request.query.except === 'current';
        await endSessions(store.intake, own, stays ? { except: own.hash } : {});
        if (!stays) reply.clearCookie(sessionCookie, { path: '/' });
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/sessions/:id',
      {
        schema: {
          summary: 'Log out somewhere',
          params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{12}$' }) }),
          response: { 204: Type.Null(), ...problems },
        },
      },
      async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
        const own: Session | undefined = knownAccess(request).session;
        if (!own) return noSession(reply);
        await endSessions(store.intake, own, { only: request.params.id });
        return reply.code(204).send(null);
      },
    );
  };
}

function noSession(reply: FastifyReply): FastifyReply {
  const message = 'This is for people who are logged in with a password, and not for tokens.';
  return reply.code(403).send({ code: 'no_session', message });
}
