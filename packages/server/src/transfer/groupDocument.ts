import { findGroup } from '../groups/groups.ts';
import { listMembers, type MemberOfGroup } from '../groups/members.ts';
import { listTraitHistory } from '../groups/traitHistory.ts';
import type { Connection } from '../store/connection.ts';
import { findRefused } from './refused.ts';

/** Everything about one company but its events: profile, traits over time, who is and who was in it. */
export async function groupDocument(connection: Connection, workspaceId: string, groupId: string) {
  const group = await findGroup(connection, workspaceId, groupId);
  if (!group) return undefined;
  const wholeList = async (former: boolean) => {
    const members: MemberOfGroup[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Awaited<ReturnType<typeof listMembers>> = await listMembers(connection, workspaceId, groupId, {
        former,
        after,
        limit: 1_000,
      });
      members.push(...page.members);
      after = page.next;
    }
    return members;
  };
  return {
    group,
    traitHistory: await listTraitHistory(connection, workspaceId, groupId, 1_000_000),
    members: await wholeList(false),
    formerMembers: await wholeList(true),
    refused: await findRefused(connection, workspaceId, [`group:${groupId}`]),
  };
}
