import { readGroupNames } from '../people/people.ts';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import type { WorkspaceSettings } from '../workspaces/settings.ts';

const previewSql = sql(import.meta.url, 'membershipPreview.sql');
const moversSql = sql(import.meta.url, 'movers.sql');

/** Groups shown by name; how many change is said of all. */
const shown = 20;

type Sums = [events: number, visits: number, revenue: number, lead: string | null, customer: string | null];

interface Row {
  groupId: string;
  current: Sums;
  history: Sums;
  changed: number;
}

/**
 * Which groups would have other numbers in either membership mode: exactly those that the projection would derive, computed from
 * the events of people who were in several groups. Changes nothing.
 */
export async function previewMembership(
  connection: Connection,
  workspaceId: string,
  { cutoffEvents }: Pick<WorkspaceSettings, 'cutoffEvents'>,
) {
  const [rows, [counts]] = await Promise.all([
    connection.rows<Row>(previewSql, { workspace: workspaceId, cutoffEvents, limit: shown }),
    connection.rows<{ groups: number; movers: number }>(moversSql, { workspace: workspaceId }),
  ]);
  const names = await readGroupNames(connection, workspaceId, rows.map(({ groupId }) => groupId)); // biome-ignore format: one list
  return {
    companies: counts?.groups ?? 0,
    movers: counts?.movers ?? 0,
    changed: rows[0]?.changed ?? 0,
    groups: rows.map(({ groupId, current, history }) => ({
      groupId,
      name: names.get(groupId) || null,
      current: numbersOf(current),
      history: numbersOf(history),
    })),
  };
}

const numbersOf = ([events, visits, revenue, lead, customer]: Sums) => ({ events, visits, revenue, lead, customer });
