import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const byHash = sql(import.meta.url, 'session.sql');
const ofOwner = sql(import.meta.url, 'sessions.sql');
const lastSeenOf = sql(import.meta.url, 'lastSeen.sql');
const end = sql(import.meta.url, 'endSessions.sql');

const day = 24 * 60 * 60 * 1000;
/** A session that nobody uses for so long is over. */
export const longestIdleMs = 14 * day;
/** And every session is over after so long, used or not. */
export const longestSessionMs = 90 * day;
/** How exactly is known when a session was seen: not every request writes. */
const seenWithinMs = 5 * 60 * 1000;

/** Whose sessions: those of an account, or those that were opened with a token. One of the two is empty. */
export interface SessionOwner {
  email: string;
  tokenHash: string;
}

/** A log-in to the web app. */
export interface Session extends SessionOwner {
  /** Of what the cookie holds. */
  hash: string;
  /** The workspace that was chosen last. */
  workspaceId: string;
  /** How the browser names itself. */
  agent: string;
  /** ISO 8601. */
  createdAt: string;
  seenAt: string;
}

/** A session as its owner sees it; the id opens nothing. */
export interface KnownSession {
  id: string;
  agent: string;
  createdAt: string;
  seenAt: string;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

export const sessionId = (session: Session) => session.hash.slice(0, 12);

/** Begins a session and returns what its cookie holds, which is kept nowhere. `now`: milliseconds since 1970. */
export async function beginSession(
  connection: Connection,
  owner: SessionOwner,
  { workspaceId, agent, now }: { workspaceId: string; agent: string; now: number },
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const time = new Date(now).toISOString();
  const { email, tokenHash } = owner;
  const session = { email, tokenHash, hash: hashOf(secret), workspaceId, agent, createdAt: time, seenAt: time };
  await write(connection, session, now);
  return secret;
}

/** The session of what a cookie holds; undefined if it is unknown, was ended, or is too old. */
export async function findSession(connection: Connection, secret: string, now: number): Promise<Session | undefined> {
  const hash = hashOf(secret);
  const [row] = await connection.rows<Omit<Session, 'hash'>>(byHash, { hash });
  return row && isAlive(row, now) ? { ...row, hash } : undefined;
}

/** Notes that a session is used, if that was not known already. */
export async function sawSession(connection: Connection, session: Session, now: number): Promise<void> {
  if (now - Date.parse(session.seenAt) < seenWithinMs) return;
  await write(connection, { ...session, seenAt: new Date(now).toISOString() }, now);
}

export async function chooseWorkspace(
  connection: Connection,
  session: Session,
  workspaceId: string,
  now: number,
): Promise<void> {
  await write(connection, { ...session, workspaceId, seenAt: new Date(now).toISOString() }, now);
}

/** The sessions of an account or a token that are not over, the one seen last in front. */
export async function sessionsOf(connection: Connection, owner: SessionOwner, now: number): Promise<KnownSession[]> {
  const all = await connection.rows<KnownSession>(ofOwner, { email: owner.email, token: owner.tokenHash });
  return all.filter((session) => isAlive(session, now));
}

/** Which sessions end: the one of this id or hash, else all; `except` names the hash of one that goes on. */
export interface Which {
  only?: string;
  except?: string;
}

/** Ends sessions of an account or a token, for good. */
export async function endSessions(
  connection: Connection,
  owner: SessionOwner,
  { only = '', except = '' }: Which = {},
): Promise<void> {
  await connection.run(end, { email: owner.email, token: owner.tokenHash, hash: only, except });
}

/** When the accounts of these addresses were seen last, ISO 8601. */
export async function lastSeen(connection: Connection, emails: readonly string[]): Promise<Map<string, string>> {
  const rows = await connection.rows<{ email: string; seenAt: string }>(lastSeenOf, { emails });
  return new Map(rows.map(({ email, seenAt }) => [email, seenAt]));
}

function isAlive({ createdAt, seenAt }: { createdAt: string; seenAt: string }, now: number): boolean {
  return now - Date.parse(seenAt) < longestIdleMs && now - Date.parse(createdAt) < longestSessionMs;
}

async function write(connection: Connection, session: Session, version: number): Promise<void> {
  const { hash, email, tokenHash, workspaceId, agent, createdAt, seenAt } = session;
  const times = [Date.parse(createdAt), Date.parse(seenAt)];
  await connection.append(
    'spectacle.sessions',
    ['session_hash', 'email', 'token_hash', 'workspace', 'agent', 'created_at', 'seen_at', 'ended', 'version'],
    JSON.stringify([hash, email, tokenHash, workspaceId, agent, ...times, 0, version]),
  );
}
