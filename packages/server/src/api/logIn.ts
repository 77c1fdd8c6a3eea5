import type { FastifyReply, FastifyRequest } from 'fastify';
import { findAccount } from '../accounts/accounts.ts';
import type { Refusal } from '../accounts/doorman.ts';
import { beginSession, endSessions, findSession, longestSessionMs, type SessionOwner } from '../accounts/sessions.ts';
import { hasEvents } from '../events/feed.ts';
import type { Store } from '../store/store.ts';
import { rightsOf } from '../workspaces/roles.ts';
import { type Access, ofSession, sessionCookie } from './access.ts';
import type { Session } from './answers.ts';

export interface LogInCollaborators {
  store: Store;
  /** What people call a workspace; may be empty. */
  nameOf(workspaceId: string): string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What a session is answered with, or why there is nothing to see with it. */
export async function describeSession(
  { store, nameOf }: Pick<LogInCollaborators, 'store' | 'nameOf'>,
  reply: FastifyReply,
  { chosen, seats, email }: Access,
): Promise<Session | FastifyReply> {
  if (!chosen) {
    const message = `${email} is in the team of no workspace any more. Ask an owner to invite you again.`;
    return reply.code(403).send({ code: 'no_workspace', message });
  }
  const [account, events] = await Promise.all([
    email === undefined ? undefined : findAccount(store.reading, email),
    hasEvents(store.reading, chosen.workspaceId),
  ]);
  return {
    ...chosen,
    rights: [...rightsOf[chosen.role]],
    account: account ? { email: account.email, name: account.name } : null,
    workspaces: seats.map((seat) => ({ ...seat, name: nameOf(seat.workspaceId) })),
    hasEvents: events,
  };
}

/** Begins a session, sets its cookie, and answers with it. The session that this browser had before is over. */
export async function logIn(
  { store, nameOf, now }: LogInCollaborators,
  request: FastifyRequest,
  reply: FastifyReply,
  owner: SessionOwner,
  workspaceId: string,
): Promise<Session | FastifyReply> {
  await logOut({ store, now }, request);
  const agent = (request.headers['user-agent'] ?? '').slice(0, 300);
  const secret = await beginSession(store.intake, owner, { workspaceId, agent, now: now() });
  reply.setCookie(sessionCookie, secret, {
    path: '/',
    httpOnly: true,
    // A link from elsewhere opens what it names; changes are refused by the guard where they come from another site.
    sameSite: 'lax',
    secure: isSecure(request),
    maxAge: longestSessionMs / 1000,
  });
  const session = await findSession(store.intake, secret, now());
  const access = session && (await ofSession(store, session));
  if (!access) throw new Error('The store does not know a session that it has just taken.');
  return await describeSession({ store, nameOf }, reply, access);
}

/** Ends the session of the request's cookie, if there is one. */
export async function logOut({ store, now }: { store: Store; now(): number }, request: FastifyRequest): Promise<void> {
  const secret = request.cookies[sessionCookie];
  const session = secret ? await findSession(store.intake, secret, now()) : undefined;
  if (session) await endSessions(store.intake, session, { only: session.hash });
}

/** Behind a proxy on another machine the connection says http; the browser's own word is that its page is on https. */
const isSecure = (request: FastifyRequest) =>
  request.protocol === 'https' || (request.headers.origin ?? '').startsWith('https:');

/** Answers whoever was not let in; `wrong` says what was wrong. */
export function turnAway(reply: FastifyReply, refusal: Refusal, wrong: string): FastifyReply {
  if (refusal.code === 'wrong') return reply.code(401).send({ code: 'unauthorized', message: wrong });
  reply.header('retry-after', refusal.retryAfter);
  if (refusal.code === 'busy') {
    const message = 'Many people are logging in at this moment. Try again in a few seconds.';
    return reply.code(503).send({ code: 'overloaded', message });
  }
  const minutes = Math.ceil(refusal.retryAfter / 60);
  const message = `There were too many failed attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
  return reply.code(429).send({ code: 'too_many_attempts', message });
}
