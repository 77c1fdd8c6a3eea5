import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Grant } from '../workspaces/tokens.ts';

export const sessionCookie = 'spectacle_session';

/** What the request's bearer token or session cookie opens. */
export async function grantOf(
  request: FastifyRequest,
  verify: (token: string) => Promise<Grant | undefined>,
): Promise<Grant | undefined> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? request.cookies[sessionCookie];
  return token === undefined ? undefined : await verify(token);
}

export const unauthorized = {
  code: 'unauthorized',
  message: 'This needs a token: send "Authorization: Bearer <token>", or log in.',
} as const;

export const forbidden = {
  code: 'forbidden',
  message: 'This token does not open this workspace, or may only read.',
} as const;

/** Answers 401 or 403 and returns false unless the grant opens the workspace (and, for changes, is an admin's). */
export function allow(reply: FastifyReply, grant: Grant | undefined, workspaceId: string, changes: boolean): boolean {
  if (!grant) {
    reply.code(401).send(unauthorized);
    return false;
  }
  if (grant.workspaceId !== workspaceId || (changes && grant.role !== 'admin')) {
    reply.code(403).send(forbidden);
    return false;
  }
  return true;
}
