import { type Listing, listParameters, nextPosition, one, type Placed, type Position } from '../lists/listing.ts';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { storedTraits } from '../traits/stored.ts';

const groupsSql = sql(import.meta.url, 'groups.sql');

interface GroupRow extends Placed {
  groupId: string;
  traits: Record<string, string>;
  special: Record<string, string>;
  members: number;
  events: number;
  visits: number;
  revenue: number;
  firstSeen: string | null;
  lastSeen: string | null;
  lead: string | null;
  customer: string | null;
  firstTouch: [channel: string, source: string, medium: string, campaign: string];
  activity: number[];
}

export type Group = ReturnType<typeof toGroup>;

/** Companies of a workspace in the order asked for, and where the next page begins. */
export async function listGroups(
  connection: Connection,
  workspaceId: string,
  listing: Listing,
): Promise<{ groups: Group[]; total: number; next: Position | null }> {
  const rows = await connection.rows<GroupRow>(groupsSql, {
    workspace: workspaceId,
    groupId: '',
    ...listParameters(listing),
  });
  return {
    groups: rows.map(toGroup),
    total: rows[0]?.total ?? 0,
    next: nextPosition(rows, listing.limit, (row) => row.groupId),
  };
}

/** One company; undefined if no event ever named it. */
export async function findGroup(
  connection: Connection,
  workspaceId: string,
  groupId: string,
): Promise<Group | undefined> {
  const [row] = await connection.rows<GroupRow>(groupsSql, { workspace: workspaceId, groupId, ...listParameters(one) });
  return row && toGroup(row);
}

function toGroup(row: GroupRow) {
  const [channel, source, medium, campaign] = row.firstTouch;
  return {
    groupId: row.groupId,
    traits: storedTraits(row.traits),
    special: storedTraits(row.special),
    members: row.members,
    events: row.events,
    visits: row.visits,
    revenue: row.revenue,
    firstSeen: row.firstSeen,
    lastSeen: row.lastSeen,
    firstTouch: channel === '' ? null : { channel, source, medium, campaign },
    lead: row.lead,
    customer: row.customer,
    activity: row.activity,
  };
}
