import { currencies, decimalsOf, smallestUnits } from './currencies.ts';

/** What ads of a source, medium and campaign cost on a day. */
export interface Spend {
  /** A day, like 2026-05-31. */
  date: string;
  /** Empty: told from source and medium, as visits are. */
  channel: string;
  source: string;
  medium: string;
  campaign: string;
  /** In the smallest unit of the currency. */
  amount: number;
  /** ISO 4217. */
  currency: string;
}

export type ReadSpend =
  | { ok: true; spend: Spend }
  | { ok: false; code: 'invalid_date' | 'invalid_amount' | 'invalid_currency' | 'too_long'; message: string };

/** A row as sent: names in several spellings, values as text or numbers. */
export type SentSpend = Readonly<Record<string, unknown>>;

const longest = 500;

/**
 * Reads one row: `date`; `source`, `medium`, `campaign` (also with `utm_`), `channel`; `amount` in the smallest unit of the
 * currency, or `cost` in its main unit, like 12.34; `currency`, else the workspace's.
 */
export function readSpend(sent: SentSpend, homeCurrency: string): ReadSpend {
  const text = (...names: string[]) => {
    const value = names
      .map((name) => sent[name])
      .find((value) => value !== undefined && value !== null && value !== '');
    return value === undefined ? '' : String(value).trim().toWellFormed();
  };
  const date = text('date', 'day');
  if (!isDay(date)) {
    return {
      ok: false,
      code: 'invalid_date',
      message: `date is no day: "${date.slice(0, 50)}". Write it like 2026-05-31.`,
    };
  }
  const currency = text('currency').toUpperCase() || homeCurrency;
  if (!currencies.has(currency)) {
    return {
      ok: false,
      code: 'invalid_currency',
      message: `currency is no ISO 4217 code: "${currency.slice(0, 50)}". Write EUR.`,
    };
  }
  const amount = text('amount') === '' ? smallestUnits(text('cost', 'spend'), currency) : wholeNumber(text('amount'));
  if (amount === undefined) {
    return {
      ok: false,
      code: 'invalid_amount',
      message: `Neither "amount" is a whole number of the smallest unit of ${currency}, nor "cost" a number with at most ${decimalsOf(currency)} digits after the point.`,
    };
  }
  const spend = {
    date,
    channel: text('channel'),
    source: text('source', 'utm_source').toLowerCase(),
    medium: text('medium', 'utm_medium').toLowerCase(),
    campaign: text('campaign', 'utm_campaign'),
    amount,
    currency,
  };
  const long = (['channel', 'source', 'medium', 'campaign'] as const).find((name) => spend[name].length > longest);
  if (long) return { ok: false, code: 'too_long', message: `${long} is longer than ${longest} characters.` };
  return { ok: true, spend };
}

function wholeNumber(text: string): number | undefined {
  const amount = /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
  return Number.isSafeInteger(amount) ? (amount ?? 0) + 0 : undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
