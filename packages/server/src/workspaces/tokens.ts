import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import type { TokenRole } from './roles.ts';

const byHash = sql(import.meta.url, 'token.sql');
const count = sql(import.meta.url, 'hasToken.sql');
const all = sql(import.meta.url, 'tokens.sql');
const revoke = sql(import.meta.url, 'revoke.sql');

/** What a token opens. */
export interface Grant {
  workspaceId: string;
  role: TokenRole;
}

export interface NewToken extends Grant {
  /** What it is for, in the words of whoever made it. */
  name?: string;
}

/** A token as the list shows it. */
export interface KnownToken {
  id: string;
  role: TokenRole;
  name: string;
  createdAt: string;
}

/** What is stored of a token. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

/** The public name of a token: the start of its hash, which opens nothing. */
export const tokenId = (token: string) => tokenHash(token).slice(0, idLength);

const idLength = 12;

/** Makes a token and stores its hash; the token itself is returned once and kept nowhere. */
export async function createToken(
  connection: Connection,
  { workspaceId, role, name = '' }: NewToken,
  token = `sp_${randomBytes(24).toString('base64url')}`,
): Promise<string> {
  const now = Date.now();
  await connection.append(
    'spectacle.tokens',
    ['token_hash', 'workspace', 'role', 'name', 'created_at', 'revoked', 'version'],
    JSON.stringify([tokenHash(token), workspaceId, role, name, now, 0, now]),
  );
  return token;
}

/** What the token opens, or undefined if it is unknown or was revoked. */
export async function verifyToken(connection: Connection, token: string): Promise<Grant | undefined> {
  return await grantOfHash(connection, tokenHash(token));
}

/** The same for a token of which only the hash is kept. */
export async function grantOfHash(connection: Connection, hash: string): Promise<Grant | undefined> {
  const [row] = await connection.rows<{ workspace: string; role: TokenRole }>(byHash, { hash });
  return row && { workspaceId: row.workspace, role: row.role };
}

export async function hasToken(connection: Connection, workspaceId: string): Promise<boolean> {
  const [row] = await connection.rows<{ tokens: number }>(count, { workspace: workspaceId });
  return (row?.tokens ?? 0) > 0;
}

/** The tokens of a workspace, oldest first. */
export async function listTokens(connection: Connection, workspaceId: string): Promise<KnownToken[]> {
  return await connection.rows<KnownToken>(all, { workspace: workspaceId });
}

export type Revocation = { ok: true; token: KnownToken } | { ok: false; code: 'not_found' | 'last_admin_token' };

/**
 * Revokes a token of a workspace by its id. The last admin token stays: without one nobody could make another.
 *
 * @example await revokeById(connection, 'ws_acme', '3f0a1c9b2d4e'); // { ok: true, token: { name: 'Grafana', … } }
 */
export async function revokeById(connection: Connection, workspaceId: string, id: string): Promise<Revocation> {
  const tokens = await listTokens(connection, workspaceId);
  const token = tokens.find((known) => known.id === id);
  if (!token) return { ok: false, code: 'not_found' };
  const others = tokens.some((known) => known.id !== id && known.role === 'admin');
  if (token.role === 'admin' && !others) return { ok: false, code: 'last_admin_token' };
  await connection.run(revoke, { workspace: workspaceId, hash: id });
  return { ok: true, token };
}
