import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { unusualDecimals } from './currencies.ts';
import { type Rate, rateDigits } from './readRates.ts';
import type { Days } from './spend.ts';

const listSql = sql(import.meta.url, 'rateList.sql');
const knownSql = sql(import.meta.url, 'knownRates.sql');
const removeSql = sql(import.meta.url, 'removeRates.sql');
const clearSql = sql(import.meta.url, 'clearExchange.sql');
const fillSql = sql(import.meta.url, 'fillExchange.sql');
const foreignSql = sql(import.meta.url, 'paidInForeignCurrency.sql');

const columns = ['workspace', 'currency', 'day', 'rate', 'version'];

/** A rate as it is listed: its units of the currency for one euro as a decimal number. */
export interface ListedRate {
  date: string;
  currency: string;
  rate: string;
}

/** Where a page of the list ends. */
export type RatePlace = Pick<Rate, 'date' | 'currency'>;

/**
 * Keeps rates; one of the same day and currency replaces the one before, which stays known as that of its time. A file
 * that was loaded before and has grown by a day adds a day's rows and no more.
 *
 * @returns how many were new
 */
export async function saveRates(
  connection: Connection,
  workspaceId: string,
  rates: readonly Rate[],
  now: number,
): Promise<number> {
  if (rates.length === 0) return 0;
  const days = rates.map(({ date }) => date).sort();
  const rows = await connection.rows<{ date: string; currency: string; rate: string }>(knownSql, {
    workspace: workspaceId,
    from: days[0],
    to: days.at(-1),
  });
  const known = new Map(rows.map(({ date, currency, rate }) => [`${date} ${currency}`, rate]));
  // Of two of one request the later counts.
  const last = new Map(rates.map((rate) => [`${rate.date} ${rate.currency}`, rate]));
  const changed = [...last].filter(([key, { rate }]) => known.get(key) !== String(rate));
  const lines = changed.map(([, { date, currency, rate }]) =>
    JSON.stringify([workspaceId, currency, date, String(rate), now]),
  );
  if (lines.length > 0) await connection.append('spectacle.rates', columns, lines.join('\n'));
  return lines.length;
}

/** Removes the rates of some days, for what counts from now on. */
export async function removeRates(
  connection: Connection,
  workspaceId: string,
  { from, to }: Days,
  now: number,
): Promise<void> {
  await connection.run(removeSql, { workspace: workspaceId, from, to, now });
}

export async function listRates(
  connection: Connection,
  workspaceId: string,
  { from, to, after, limit }: Days & { after: RatePlace | undefined; limit: number },
): Promise<{ rates: ListedRate[]; next: RatePlace | null }> {
  const rows = await connection.rows<ListedRate>(listSql, {
    workspace: workspaceId,
    from,
    to,
    afterDate: after?.date ?? '',
    afterCurrency: after?.currency ?? '',
    limit,
  });
  const rates = rows.map(({ date, currency, rate }) => ({ date, currency, rate: asDecimal(rate) }));
  const last = rates.at(-1);
  const full = last !== undefined && rates.length === limit;
  return { rates, next: full ? { date: last.date, currency: last.currency } : null };
}

/** From 1087300000000 to 1.0873. */
function asDecimal(scaled: string): string {
  const text = scaled.padStart(rateDigits + 1, '0');
  const fraction = text.slice(-rateDigits).replace(/0+$/, '');
  return text.slice(0, -rateDigits) + (fraction === '' ? '' : `.${fraction}`);
}

/**
 * Derives from a workspace's rates what payments in each currency are in its own, day by day. Whoever changes the rates or
 * that currency does this, and then derives the payments again.
 */
export async function fillExchange(
  connection: Connection,
  workspaceId: string,
  currency: string,
  now: number,
): Promise<void> {
  await connection.run(clearSql, { workspace: workspaceId });
  await connection.run(fillSql, {
    workspace: workspaceId,
    currency,
    currencies: [...unusualDecimals.keys()],
    decimals: [...unusualDecimals.values()],
    now,
  });
}

/** The visitors who paid in other currencies than the workspace's: those whom a change of rates is about. */
export async function paidInForeignCurrency(
  connection: Connection,
  workspaceId: string,
  currency: string,
): Promise<string[]> {
  const rows = await connection.rows<{ visitor: string }>(foreignSql, { workspace: workspaceId, currency });
  return rows.map(({ visitor }) => visitor);
}
