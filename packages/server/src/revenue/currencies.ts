/** ISO 4217, as far as this Node knows them. */
export const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * Currencies whose smallest unit is not a hundredth (ISO 4217, list one). Not asked of `Intl`: it follows what is customary in
 * prices, and gives HUF, IDR or PKR no hundredths, in which payments are counted all the same.
 */
const digits: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Those of them by code. */
export const unusualDecimals: ReadonlyMap<string, number> = new Map(
  Object.entries(digits).flatMap(([decimals, codes]) => codes.split(' ').map((code) => [code, Number(decimals)] as const)),
); // biome-ignore format: a chain

/**
 * How many digits the smallest unit of a currency is after the point.
 *
 * @example decimalsOf('USD') // 2
 * @example decimalsOf('JPY') // 0
 */
export function decimalsOf(currency: string): number {
  return unusualDecimals.get(currency) ?? 2;
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
