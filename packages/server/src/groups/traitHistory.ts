import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const historySql = sql(import.meta.url, 'traitHistory.sql');

export interface TraitChange {
  trait: string;
  value: unknown;
  timestamp: string;
  messageId: string;
}

/** What each trait of a group was, when, and by which call; newest first, null where a call cleared it. */
export async function listTraitHistory(
  connection: Connection,
  workspaceId: string,
  groupId: string,
  limit = 1_000,
): Promise<TraitChange[]> {
  const parameters = { workspace: workspaceId, groupId, limit };
  const rows = await connection.rows<TraitChange & { value: string }>(historySql, parameters);
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) }));
}
