/** ISO 4217, as far as this Node knows them. */
export const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * How many digits the smallest unit of a currency is after the point.
 *
 * @example decimalsOf('USD') // 2
 * @example decimalsOf('JPY') // 0
 */
export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * Reads an amount of the main unit as a whole number of the smallest, digit by digit: no floating point comes near it.
 * Undefined if it is no number, or finer than the currency.
 *
 * @example smallestUnits('12.34', 'USD') // 1234
 */
export function smallestUnits(text: string, currency: string): number | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^\s*([+-]?)(\d+)(?:\.(\d+))?\s*$/.exec(text) ?? [];
  const decimals = decimalsOf(currency);
  const digits = fraction.replace(/0+$/, '');
  if (whole === '' || digits.length > decimals) return undefined;
  const amount = Number(`${sign}${whole}${digits.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(amount) ? amount + 0 : undefined;
}
