/**
 * Currencies whose smallest unit is not a hundredth (ISO 4217, list one). Not asked of `Intl`: it follows what is customary in
 * prices, and gives HUF, IDR or PKR no hundredths, in which the API counts them all the same.
 */
const unusual: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const digits: ReadonlyMap<string, number> = new Map(
  Object.entries(unusual).flatMap(([number, codes]) => codes.split(' ').map((code) => [code, Number(number)] as const)),
);

/**
 * How many digits the smallest unit of a currency is after the point.
 *
 * @example minorDigits('EUR') // 2
 * @example minorDigits('JPY') // 0
 */
export function minorDigits(currency: string): number {
  return digits.get(currency) ?? 2;
}
