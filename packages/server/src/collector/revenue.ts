import { limits, type Warning } from '@spectacle/protocol';
import type { Fields } from './check.ts';
import { shown } from './shown.ts';

export interface Revenue {
  /** In the smallest unit of the currency; null: the event counts as no payment. */
  revenue: number | null;
  /** ISO 4217; empty: the workspace's. */
  currency: string;
  transactionId: string;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));
const none: Revenue = { revenue: null, currency: '', transactionId: '' };

/**
 * Reads revenue as SPEC section 3 has it: a whole number of the smallest unit (99.95 USD is 9995), negative for a refund.
 * What cannot be counted exactly is not counted, and said.
 */
export function readRevenue(properties: Fields, warnings: Warning[]): Revenue {
  const { revenue } = properties;
  if (revenue === undefined || revenue === null || revenue === '') return none;
  const amount = typeof revenue === 'string' && /^\s*[+-]?\d+\s*$/.test(revenue) ? Number(revenue) : revenue;
  if (!Number.isSafeInteger(amount)) {
    warnings.push({
      code: 'revenue_not_an_integer',
      message: `revenue is not a whole number of the smallest currency unit: ${shown(revenue)}. It was not counted. Send 9995 for 99.95 USD.`,
    });
    return none;
  }
  const { currency } = properties;
  const code = typeof currency === 'string' ? currency.trim().toUpperCase() : currency;
  if (code !== undefined && code !== null && code !== '' && !(typeof code === 'string' && currencies.has(code))) {
    warnings.push({
      code: 'invalid_currency',
      message: `currency is not an ISO 4217 code: ${shown(currency)}. The revenue was not counted. Send "EUR".`,
    });
    return none;
  }
  const id = properties.transactionId ?? properties.transaction_id;
  return {
    // −0 is 0: JSON has both.
    revenue: (amount as number) + 0,
    currency: typeof code === 'string' ? code : '',
    transactionId:
      typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, limits.idLength).toWellFormed() : '',
  };
}
