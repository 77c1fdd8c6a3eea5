import { minorDigits } from './minorDigits.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** A format of the reader's locale; `decimals` undefined: as compact as it goes. */
function format(currency: string, decimals: number | undefined): Intl.NumberFormat {
  const key = `${currency} ${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const style: Intl.NumberFormatOptions = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  const digits: Intl.NumberFormatOptions =
    decimals === undefined
      ? { notation: 'compact' }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const made = new Intl.NumberFormat(undefined, { ...style, ...digits });
  formats.set(key, made);
  return made;
}

/**
 * Money in words of the reader's locale, from the smallest unit of the currency.
 *
 * @example money(123456, 'EUR') // "€1,234.56"
 */
export function money(amount: number, currency: string): string {
  const decimals = minorDigits(currency);
  return format(currency, decimals).format(amount / 10 ** decimals);
}

/** Short form for charts and headlines: whole amounts below 10,000, "€12K" above. */
export function shortMoney(amount: number, currency: string): string {
  const value = amount / 10 ** minorDigits(currency);
  if (Math.abs(value) >= 10_000) return format(currency, undefined).format(value);
  return Number.isInteger(value) ? format(currency, 0).format(value) : money(amount, currency);
}

/**
 * What somebody typed, in the main unit, as a number of the smallest. Digit by digit: no floating point comes near it. Null if
 * it is no number, or finer than the currency.
 *
 * @example smallestUnits('1234.5', 'EUR') // 123450
 */
export function smallestUnits(text: string, currency: string): number | null {
  const [, sign = '', whole = '', fraction = ''] = /^\s*(-?)(\d+)(?:\.(\d*))?\s*$/.exec(text) ?? [];
  const decimals = minorDigits(currency);
  const digits = fraction.replace(/0+$/, '');
  if (whole === '' || digits.length > decimals) return null;
  const amount = Number(`${sign}${whole}${digits.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(amount) ? amount : null;
}

/** The same the other way, to be typed over: "1234.50" of 123450 EUR. What is no whole number stays what it is. */
export function mainUnits(amount: string, currency: string): string {
  const decimals = minorDigits(currency);
  const [, sign = '', digits = ''] = /^(-?)(\d+)$/.exec(amount) ?? [];
  if (digits === '' || decimals === 0) return amount;
  const padded = digits.padStart(decimals + 1, '0');
  return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`.replace(/\.0+$/, '');
}
