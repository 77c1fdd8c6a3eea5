import type { Workspaces } from '../workspaces/workspaces.ts';

/** Lists say money in the workspace's currency. */
export function priced<Row extends object>(workspaces: Workspaces, workspaceId: string, row: Row) {
  return { ...row, currency: workspaces.settings(workspaceId).currency };
}
