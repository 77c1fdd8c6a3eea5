import type { Connection } from '../store/connection.ts';
import { sql, statements } from '../store/sql.ts';
import { storeTime } from '../store/storeTime.ts';
import { longestIdleMs } from './sessions.ts';

const expired = sql(import.meta.url, 'expired.sql');
const remove = statements(sql(import.meta.url, 'removeExpired.sql'));

/**
 * Of a session or an invitation there may be several rows, and the one that ended it must not go before the others. So nothing is
 * removed because it was ended, but only what has been over by its age for so long: all its rows say the same of that, give or
 * take what a request wrote that was under way.
 */
const marginMs = 24 * 60 * 60 * 1000;

/** Rows, of which a session has one for each time that something was noted about it. */
export interface Removed {
  sessions: number;
  invitations: number;
}

/** Removes old sessions, and invitations that were accepted, withdrawn or left alone. `now`: milliseconds since 1970. */
export async function removeExpired(connection: Connection, now: number): Promise<Removed> {
  const before = (ms: number) => storeTime(new Date(now - ms - marginMs).toISOString());
  const ages = { unseenSince: before(longestIdleMs), expiredBefore: before(0) };
  const [found = { sessions: 0, invitations: 0 }] = await connection.rows<Removed>(expired, ages);
  // A delete rewrites parts of a table; on most days there is nothing.
  if (found.sessions + found.invitations > 0) for (const statement of remove) await connection.run(statement, ages);
  return found;
}
