import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const viewsSql = sql(import.meta.url, 'views.sql');

/** What somebody saw on a page and gave a name. */
export interface View {
  /** The list or report. */
  page: 'groups' | 'people' | 'attribution' | 'journeys' | 'funnels' | 'retention' | 'trends';
  name: string;
  /** What stands in the address after the question mark. */
  search: string;
}

/** The views of a workspace, by page and name. */
export async function listViews(connection: Connection, workspaceId: string): Promise<View[]> {
  return await connection.rows<View>(viewsSql, { workspace: workspaceId });
}

/** Keeps a view; one of the same page and name is replaced. Null as its search removes it. `now`: milliseconds since 1970. */
export async function saveView(
  connection: Connection,
  workspaceId: string,
  { page, name }: Pick<View, 'page' | 'name'>,
  search: string | null,
  now: number,
): Promise<void> {
  const columns = ['workspace', 'page', 'name', 'search', 'removed', 'version'];
  const row = [workspaceId, page, name, search ?? '', search === null ? 1 : 0, now];
  await connection.append('spectacle.views', columns, JSON.stringify(row));
}
