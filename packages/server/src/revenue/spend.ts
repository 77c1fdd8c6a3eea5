import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import type { Spend } from './readSpend.ts';

const listSql = sql(import.meta.url, 'spendList.sql');
const removeSql = sql(import.meta.url, 'removeSpend.sql');

/** Both days are in it. */
export interface Days {
  from: string;
  to: string;
}

/** Where a page of the list ends. */
export type SpendPlace = Pick<Spend, 'date' | 'source' | 'medium' | 'campaign' | 'channel'>;

/** Keeps what ads cost; a row of the same day, source, medium, campaign and channel replaces the one before. */
export async function saveSpend(
  connection: Connection,
  workspaceId: string,
  rows: readonly Spend[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  // Of two such rows in one request the later counts.
  const last = new Map(
    rows.map((row) => [JSON.stringify([row.date, row.source, row.medium, row.campaign, row.channel]), row]),
  );
  const lines = [...last.values()].map(({ date, source, medium, campaign, channel, amount, currency }) =>
    JSON.stringify([workspaceId, date, source, medium, campaign, channel, amount, currency, now]),
  );
  const columns = ['workspace', 'day', 'source', 'medium', 'campaign', 'channel', 'amount', 'currency', 'version'];
  await connection.append('spectacle.spend', columns, lines.join('\n'));
}

export async function listSpend(
  connection: Connection,
  workspaceId: string,
  { from, to, after, limit }: Days & { after: SpendPlace | undefined; limit: number },
): Promise<{ spend: Spend[]; next: SpendPlace | null }> {
  const spend = await connection.rows<Spend>(listSql, {
    workspace: workspaceId,
    from,
    to,
    afterDate: after?.date ?? '',
    afterSource: after?.source ?? '',
    afterMedium: after?.medium ?? '',
    afterCampaign: after?.campaign ?? '',
    afterChannel: after?.channel ?? '',
    limit,
  });
  const last = spend.at(-1);
  if (last === undefined || spend.length < limit) return { spend, next: null };
  const { date, source, medium, campaign, channel } = last;
  return { spend, next: { date, source, medium, campaign, channel } };
}

/** Removes what was kept for some days. */
export async function removeSpend(connection: Connection, workspaceId: string, { from, to }: Days): Promise<void> {
  await connection.run(removeSql, { workspace: workspaceId, from, to });
}
