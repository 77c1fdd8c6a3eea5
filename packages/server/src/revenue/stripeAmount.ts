import { decimalsOf } from './currencies.ts';

/**
 * Currencies whose amounts Stripe sends with other digits than two (docs.stripe.com/currencies: zero-decimal, three-decimal). UGX stands
 * in the list without digits as well; the special cases of that page say that it comes with two, as ISK does.
 */
const zeroDecimals = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const threeDecimals = new Set('BHD JOD KWD OMR TND'.split(' '));

/**
 * An amount of Stripe in the smallest unit of ISO 4217. They differ where Stripe kept old habits: ISK and UGX have no decimals, and
 * come with two; MGA has two, and comes with none.
 *
 * @example fromStripe(500, 'ISK') // 5
 */
export function fromStripe(amount: number, currency: string): number {
  const theirs = zeroDecimals.has(currency) ? 0 : threeDecimals.has(currency) ? 3 : 2;
  const difference = decimalsOf(currency) - theirs;
  return difference >= 0 ? amount * 10 ** difference : Math.round(amount / 10 ** -difference);
}
