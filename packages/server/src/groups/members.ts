import { nameOf } from '../people/name.ts';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { storedTraits } from '../traits/stored.ts';

const membersSql = sql(import.meta.url, 'members.sql');

interface MemberRow {
  personId: string;
  userId: string;
  emails: string[];
  anonymousIds: string[];
  traits: Record<string, string>;
  since: string;
  until: string | null;
  /** messageId of the call that put the person there. */
  assertedBy: string;
  events: number;
  visits: number;
  firstSeen: string | null;
  lastSeen: string | null;
}

export type MemberOfGroup = ReturnType<typeof toMember>;

/** The people of a group, by person id: those in it now, or those who were in it and left. */
export async function listMembers(
  connection: Connection,
  workspaceId: string,
  groupId: string,
  { former, after, limit }: { former: boolean; after: string; limit: number },
): Promise<{ members: MemberOfGroup[]; next: string | null }> {
  const rows = await connection.rows<MemberRow>(membersSql, {
    workspace: workspaceId,
    groupId,
    former,
    afterId: after,
    limit,
  });
  return { members: rows.map(toMember), next: rows.length < limit ? null : (rows.at(-1)?.personId ?? null) };
}

function toMember(row: MemberRow) {
  const traits = storedTraits(row.traits);
  return { ...row, userId: row.userId || null, traits, name: nameOf(traits) };
}
