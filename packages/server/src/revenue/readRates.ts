import { currencies } from './currencies.ts';
import { asDay } from './day.ts';

/** What one euro was in a currency on a day. */
export interface Rate {
  /** A day, like 2026-05-31. */
  date: string;
  /** ISO 4217. */
  currency: string;
  /** Units of the currency for one euro, times 10^12: a whole number, so that conversion is exact. */
  rate: bigint;
}

export type ReadRates =
  | { ok: true; rates: Rate[] }
  | { ok: false; code: 'invalid_date' | 'invalid_rate' | 'invalid_currency'; message: string };

/** Digits after the point that a rate is kept with. */
export const rateDigits = 12;

/** Names under which the parts of a row may come; the last ones are those of the ECB's data portal. */
const names = { date: ['date', 'day', 'time_period'], currency: ['currency'], rate: ['rate', 'obs_value'] };

/**
 * Reads a row of rates for one euro: `date`, `currency` and `rate`; or, as in the files that the European Central Bank
 * publishes, `date` and a column for each currency, in which N/A is no rate.
 *
 * @example readRates({ date: '2026-05-29', usd: '1.0873', jpy: 'N/A' }) // one rate
 */
export function readRates(sent: Readonly<Record<string, unknown>>): ReadRates {
  const row = new Map(Object.entries(sent).map(([name, value]) => [name.trim().toLowerCase(), asText(value)]));
  const said = (of: readonly string[]) => of.map((name) => row.get(name)).find((value) => value) ?? '';
  const date = asDay(said(names.date));
  if (date === undefined) {
    const message = `date is no day: "${said(names.date).slice(0, 50)}". Write it like 2026-05-31.`;
    return { ok: false, code: 'invalid_date', message };
  }
  const named = row.has('currency')
    ? [[said(names.currency), said(names.rate)] as const]
    : [...row].filter(([name, value]) => !names.date.includes(name) && name !== '' && !/^(N\/A|-)?$/i.test(value));
  const rates: Rate[] = [];
  for (const [name, value] of named) {
    const currency = name.toUpperCase();
    if (!/^[A-Z]{3}$/.test(currency) || (!currencies.has(currency) && row.has('currency'))) {
      const message = `This is no ISO 4217 code: "${name.slice(0, 50)}". Write USD.`;
      return { ok: false, code: 'invalid_currency', message };
    }
    // The ECB's history goes back to currencies that are gone, and that nobody is paid in.
    if (!currencies.has(currency)) continue;
    const rate = asRate(value);
    if (rate === undefined || (currency === 'EUR' && rate !== 10n ** BigInt(rateDigits))) {
      const message = `This is no rate of ${currency} for one euro: "${value.slice(0, 50)}". Write units of the currency for one euro, like 1.0873.`;
      return { ok: false, code: 'invalid_rate', message };
    }
    if (currency !== 'EUR') rates.push({ date, currency, rate });
  }
  return { ok: true, rates };
}

const asText = (value: unknown) =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** Digit by digit. At most nine digits before the point: no currency is worth less. Undefined if it is none, or nothing. */
function asRate(text: string): bigint | undefined {
  const [, whole, fraction = ''] = /^(\d{1,9})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || fraction.replace(/0+$/, '').length > rateDigits) return undefined;
  const rate = BigInt(whole + fraction.slice(0, rateDigits).padEnd(rateDigits, '0'));
  return rate > 0n ? rate : undefined;
}
