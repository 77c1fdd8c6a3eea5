import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const byHash = sql(import.meta.url, 'token.sql');
const count = sql(import.meta.url, 'hasToken.sql');

export type Role = 'read' | 'admin';

/** What a token opens. */
export interface Grant {
  workspaceId: string;
  role: Role;
}

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes a token and stores its hash; the token itself is returned once and kept nowhere. */
export async function createToken(
  connection: Connection,
  grant: Grant,
  token = `sp_${randomBytes(24).toString('base64url')}`,
): Promise<string> {
  const now = Date.now();
  await connection.append(
    'spectacle.tokens',
    ['token_hash', 'workspace', 'role', 'created_at', 'revoked', 'version'],
    JSON.stringify([hash(token), grant.workspaceId, grant.role, now, 0, now]),
  );
  return token;
}

/** What the token opens, or undefined if it is unknown or was revoked. */
export async function verifyToken(connection: Connection, token: string): Promise<Grant | undefined> {
  const [row] = await connection.rows<{ workspace: string; role: Role }>(byHash, { hash: hash(token) });
  return row && { workspaceId: row.workspace, role: row.role };
}

export async function hasToken(connection: Connection, workspaceId: string): Promise<boolean> {
  const [row] = await connection.rows<{ tokens: number }>(count, { workspace: workspaceId });
  return (row?.tokens ?? 0) > 0;
}

/** Makes a token open nothing any more. Unknown tokens are left alone. */
export async function revokeToken(connection: Connection, token: string): Promise<void> {
  const grant = await verifyToken(connection, token);
  if (!grant) return;
  const now = Date.now();
  await connection.append(
    'spectacle.tokens',
    ['token_hash', 'workspace', 'role', 'created_at', 'revoked', 'version'],
    JSON.stringify([hash(token), grant.workspaceId, grant.role, now, 1, now + 1]),
  );
}
