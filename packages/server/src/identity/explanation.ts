import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const explanationSql = sql(import.meta.url, 'explanation.sql');

interface LinkRow {
  id: string;
  linkedTo: string;
  messageId: string;
  timestamp: string;
  type: string;
  event: string;
}

export interface IdentityLink {
  /** `user:…`, `email:…` or `anon:…`. */
  id: string;
  /** The stronger id it was first seen with, and the event that carried both; null for the person's own id. */
  linkedBy: { to: string; messageId: string; timestamp: string; type: string } | null;
  /** The same for a human reader. */
  because: string;
}

/** Why these ids are one person: each with the first event that linked it. Empty if there is no such person. */
export async function explainIdentity(
  connection: Connection,
  workspaceId: string,
  personId: string,
): Promise<IdentityLink[]> {
  const rows = await connection.rows<LinkRow>(explanationSql, { workspace: workspaceId, personId });
  return rows.map((row) => {
    const linked = row.linkedTo !== '' && row.id !== personId;
    const { linkedTo: to, messageId, timestamp, type } = row;
    return { id: row.id, linkedBy: linked ? { to, messageId, timestamp, type } : null, because: because(row, linked) };
  });
}

const kinds: Record<string, string> = { user: 'User', email: 'Email', anon: 'Browser' };

function named(id: string): string {
  const colon = id.indexOf(':');
  return `${kinds[id.slice(0, colon)] ?? ''} ${id.slice(colon + 1)}`;
}

function because(row: LinkRow, linked: boolean): string {
  if (!linked) return `${named(row.id)} is the id this person is known by.`;
  const call = row.type === 'track' ? `track call "${row.event}"` : `${row.type} call`;
  const other = named(row.linkedTo);
  return `${named(row.id)} was first seen together with ${other.charAt(0).toLowerCase()}${other.slice(1)} in the ${call} of ${row.timestamp} (message ${row.messageId}).`;
}
