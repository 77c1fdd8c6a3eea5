import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const whoSql = sql(import.meta.url, 'whoPaid.sql');

/**
 * Whose a payment was, as a call says it: what is about the payment (a refund, a dispute) names the payment alone. Undefined
 * if no such payment is known; ask when what was stored before has been derived.
 *
 * @param payment its transactionId
 */
export async function whoPaid(
  connection: Connection,
  workspaceId: string,
  payment: string,
): Promise<object | undefined> {
  const [row] = await connection.rows<Record<'userId' | 'anonymousId' | 'email' | 'groupId', string>>(whoSql, {
    workspace: workspaceId,
    payment,
  });
  if (row === undefined) return undefined;
  const { groupId, ...ids } = row;
  const named = Object.entries(ids).filter(([, id]) => id !== '');
  return { ...Object.fromEntries(named), ...(groupId === '' ? {} : { context: { groupId } }) };
}
