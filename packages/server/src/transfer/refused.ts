import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const refusedSql = sql(import.meta.url, 'refused.sql');

export interface RefusedEvent {
  receivedAt: string;
  code: string;
  message: string;
  payload: string;
}

/** Where a refused event may name a person, by the kind of its id. */
const fieldsOf: Record<string, string[]> = {
  user: ['userId', 'previousId'],
  anon: ['anonymousId', 'previousId', 'userId'],
  group: ['groupId', 'companyId'],
};

/**
 * What the collector refused in the last days and kept for the live feed, where it names one of some ids (`user:…`,
 * `email:…`, `anon:…`, `group:…`) in a place for ids. Payloads are kept cut short, so they are searched as text.
 */
export async function findRefused(connection: Connection, workspaceId: string, ids: string[]): Promise<RefusedEvent[]> {
  const pieces: string[] = [];
  const emails: string[] = [];
  for (const id of ids) {
    const kind = id.slice(0, id.indexOf(':'));
    const text = id.slice(kind.length + 1);
    if (kind === 'email') emails.push(`"email":${JSON.stringify(text)}`);
    for (const field of fieldsOf[kind] ?? []) {
      pieces.push(`"${field}":${JSON.stringify(text)}`);
      // Sent as a number, it ends with what follows it.
      if (/^-?\d+$/.test(text)) pieces.push(`"${field}":${text},`, `"${field}":${text}}`);
    }
  }
  return await connection.rows<RefusedEvent>(refusedSql, { workspace: workspaceId, pieces, emails });
}
