import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import type { Role } from '../workspaces/roles.ts';

const byHash = sql(import.meta.url, 'invitation.sql');
const ofWorkspace = sql(import.meta.url, 'invitations.sql');
const end = sql(import.meta.url, 'endInvitations.sql');

const validMs = 7 * 24 * 60 * 60 * 1000;

/** A seat that waits for somebody, who opens it with the secret of a link. */
export interface Invitation {
  workspaceId: string;
  email: string;
  role: Role;
  /** ISO 8601. */
  expiresAt: string;
}

/** An invitation as the team sees it; the id opens nothing. */
export interface OpenInvitation extends Omit<Invitation, 'workspaceId'> {
  id: string;
  /** The address of an account, or empty for a token. */
  invitedBy: string;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/**
 * Invites an address into a workspace for seven days; an earlier invitation of it is replaced. The secret is returned once and
 * kept nowhere: it belongs into a link, which the inviter hands over.
 */
export async function invite(
  connection: Connection,
  { workspaceId, email, role }: Omit<Invitation, 'expiresAt'>,
  invitedBy: string,
  now: number,
): Promise<OpenInvitation & { secret: string }> {
  await endInvitations(connection, workspaceId, email);
  const secret = randomBytes(24).toString('base64url');
  const hash = hashOf(secret);
  const expires = now + validMs;
  await connection.append(
    'spectacle.invitations',
    ['secret_hash', 'workspace', 'email', 'role', 'invited_by', 'created_at', 'expires_at', 'over', 'version'],
    JSON.stringify([hash, workspaceId, email, role, invitedBy, now, expires, 0, now]),
  );
  return { id: hash.slice(0, 12), email, role, invitedBy, expiresAt: new Date(expires).toISOString(), secret };
}

/** What a secret invites to; undefined if it is unknown, over or expired. */
export async function findInvitation(
  connection: Connection,
  secret: string,
  now: number,
): Promise<Invitation | undefined> {
  const [invitation] = await connection.rows<Invitation>(byHash, { hash: hashOf(secret) });
  return invitation && Date.parse(invitation.expiresAt) > now ? invitation : undefined;
}

/** The invitations to a workspace that can still be accepted, those that expire first in front. */
export async function openInvitations(
  connection: Connection,
  workspaceId: string,
  now: number,
): Promise<OpenInvitation[]> {
  const all = await connection.rows<OpenInvitation>(ofWorkspace, { workspace: workspaceId });
  return all.filter(({ expiresAt }) => Date.parse(expiresAt) > now);
}

/** Nobody can accept the invitations of this address to this workspace any more. */
export async function endInvitations(connection: Connection, workspaceId: string, email: string): Promise<void> {
  await connection.run(end, { workspace: workspaceId, email });
}
