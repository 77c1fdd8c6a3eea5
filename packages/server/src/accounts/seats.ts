import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import type { Role } from '../workspaces/roles.ts';

const ofAccount = sql(import.meta.url, 'seatsOf.sql');
const ofWorkspace = sql(import.meta.url, 'team.sql');

/** What an account, or a token, is in a workspace. */
export interface Seat {
  workspaceId: string;
  role: Role;
}

/** An account in the team of a workspace. */
export interface Teammate {
  email: string;
  role: Role;
  /** ISO 8601. */
  since: string;
}

/** The workspaces of an account, in order of their ids. */
export async function seatsOf(connection: Connection, email: string): Promise<Seat[]> {
  return await connection.rows<Seat>(ofAccount, { email });
}

/** Who has a seat in a workspace, the oldest first. */
export async function teamOf(connection: Connection, workspaceId: string): Promise<Teammate[]> {
  return await connection.rows<Teammate>(ofWorkspace, { workspace: workspaceId });
}

/** Gives an account a seat. `now`: milliseconds since 1970. */
export async function giveSeat(
  connection: Connection,
  { workspaceId, role }: Seat,
  email: string,
  now: number,
): Promise<void> {
  await writeSeat(connection, workspaceId, email, role, now, now);
}

export type SeatChange = { ok: true; teammate: Teammate } | { ok: false; code: 'not_found' | 'last_owner' };

/**
 * Changes a role, or takes the seat away where there is none to have. The last owner stays one, unless `evenLast`: whoever has an admin
 * token is never locked out.
 */
export async function changeSeat(
  connection: Connection,
  workspaceId: string,
  email: string,
  role: Role | undefined,
  { now, evenLast }: { now: number; evenLast: boolean },
): Promise<SeatChange> {
  const team = await teamOf(connection, workspaceId);
  const teammate = team.find((one) => one.email === email);
  if (!teammate) return { ok: false, code: 'not_found' };
  const owners = team.filter((one) => one.role === 'owner');
  if (!evenLast && role !== 'owner' && owners.length === 1 && owners[0] === teammate) {
    return { ok: false, code: 'last_owner' };
  }
  await writeSeat(connection, workspaceId, email, role ?? '', Date.parse(teammate.since), now);
  return { ok: true, teammate: { ...teammate, role: role ?? teammate.role } };
}

async function writeSeat(
  connection: Connection,
  workspaceId: string,
  email: string,
  role: Role | '',
  since: number,
  version: number,
): Promise<void> {
  await connection.append(
    'spectacle.seats',
    ['workspace', 'email', 'role', 'created_at', 'version'],
    JSON.stringify([workspaceId, email, role, since, version]),
  );
}
