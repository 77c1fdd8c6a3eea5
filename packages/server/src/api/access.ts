import type { FastifyRequest } from 'fastify';
import type { Seat } from '../accounts/seats.ts';
import { seatsOf } from '../accounts/seats.ts';
import { findSession, type Session, sawSession } from '../accounts/sessions.ts';
import type { Store } from '../store/store.ts';
import { roleOfToken } from '../workspaces/roles.ts';
import { type Grant, grantOfHash, verifyToken } from '../workspaces/tokens.ts';

export const sessionCookie = 'spectacle_session';

/** Who asks, and what that opens. */
export interface Access {
  /** The workspaces that are open, and as what. */
  seats: Seat[];
  /** The one that a request is about whose address names none; undefined if none is open. */
  chosen: Seat | undefined;
  /** The address of the account; undefined for a token, and for a session that was opened with one. */
  email: string | undefined;
  /** Undefined for a token that came with the request. */
  session: Session | undefined;
}

export type AccessOf = (request: FastifyRequest) => Promise<Access | undefined>;

/** Finds out who asks by the bearer token or the session cookie. Undefined: nobody that is known. */
export function accessReader(store: Store, now: () => number): AccessOf {
  return async (request) => {
    const bearer = bearerOf(request);
    if (bearer !== undefined) {
      const grant = await verifyToken(store.reading, bearer);
      return grant && ofGrant(grant);
    }
    const secret = request.cookies[sessionCookie];
    const session = secret ? await findSession(store.reading, secret, now()) : undefined;
    if (!session) return undefined;
    const access = await ofSession(store, session);
    // Whoever only reads is not kept from it by a store that takes nothing at the moment.
    if (access) await sawSession(store.intake, session, now()).catch(() => {});
    return access;
  };
}

export const bearerOf = (request: FastifyRequest) => /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

/** What a session opens at this moment: seats and tokens may have changed since it began. */
export async function ofSession(store: Store, session: Session): Promise<Access | undefined> {
  if (session.tokenHash !== '') {
    const grant = await grantOfHash(store.reading, session.tokenHash);
    return grant && { ...ofGrant(grant), session };
  }
  const seats = await seatsOf(store.reading, session.email);
  const chosen = seats.find(({ workspaceId }) => workspaceId === session.workspaceId) ?? seats[0];
  return { seats, chosen, email: session.email, session };
}

function ofGrant({ workspaceId, role }: Grant): Access {
  const chosen = { workspaceId, role: roleOfToken[role] };
  return { seats: [chosen], chosen, email: undefined, session: undefined };
}
