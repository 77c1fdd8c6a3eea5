import type { FastifyInstance, FastifyRequest } from 'fastify';
import { may, type Right } from '../workspaces/roles.ts';
import { type Access, type AccessOf, bearerOf, sessionCookie } from './access.ts';
import { rights } from './rights.ts';
import { isSameOrigin } from './sameOrigin.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined where anyone may. */
    access: Access | undefined;
  }
}

export const unauthorized = {
  code: 'unauthorized',
  message: 'This needs a token: send "Authorization: Bearer <token>", or log in.',
} as const;

const elsewhere = { code: 'forbidden', message: 'This log-in or token does not open this workspace.' };

const foreign = {
  code: 'cross_site',
  message:
    'A change with a session cookie must come from the web app itself. Programs send "Authorization: Bearer <token>".',
};

const lacking: Record<Right, string> = {
  read: 'This log-in or token may not read this workspace.',
  change: 'A viewer may only read. Ask an owner of the workspace to make you a member.',
  administer: 'Only an owner of the workspace may do this. Ask one of them, or use an admin token.',
};

/**
 * Lets through who may, for every route registered after it in the same scope: the one place where rights are checked.
 * @throws when a route is registered that rights.ts does not know.
 */
export function guard(app: FastifyInstance, accessOf: AccessOf): void {
  app.decorateRequest('access', undefined);
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      if (neededBy(each, url) === undefined) throw new Error(`Say in rights.ts what "${each} ${url}" needs.`);
    }
  });
  app.addHook('onRequest', async (request, reply) => {
    // What one may see now, the next at the same machine may not.
    reply.header('cache-control', 'no-store');
    const needed = neededBy(request.method, request.routeOptions.url ?? '');
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && bearerOf(request) === undefined && isForeign(request)) return reply.code(403).send(foreign);
    if (needed === 'anyone') return;
    request.access = await accessOf(request);
    if (!request.access) return reply.code(401).send(unauthorized);
    if (needed === 'logged in') return;
    const { ws } = request.params as { ws?: string };
    const { seats, chosen } = request.access;
    const seat = ws === undefined ? chosen : seats.find(({ workspaceId }) => workspaceId === ws);
    if (!seat || needed === undefined) return reply.code(403).send(elsewhere);
    if (!may(seat.role, needed)) return reply.code(403).send({ code: 'forbidden', message: lacking[needed] });
  });
}

/** A cookie is sent by a browser, whoever's page made it; then the browser has to say whose page it was. */
function isForeign(request: FastifyRequest): boolean {
  const same = isSameOrigin(request);
  return same === undefined ? request.cookies[sessionCookie] !== undefined : !same;
}

function neededBy(method: string, url: string) {
  return rights.get(`${method === 'HEAD' ? 'GET' : method} ${url}`);
}

/** Who asks, on a route that not anyone may ask. */
export function knownAccess(request: FastifyRequest): Access {
  if (!request.access) throw new Error(`"${request.routeOptions.url}" is open to anyone by rights.ts.`);
  return request.access;
}
