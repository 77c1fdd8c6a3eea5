/**
 * Divides a whole amount (cents) by weights so that the parts are whole and add up to it exactly: everybody gets the whole
 * part of their share, and what is left goes, one each, to the largest fractions; of equal ones to the earliest. A refund
 * is divided as the payment was, with the other sign.
 *
 * What a journey's visits earn is told from running totals: by some moment, the parts of all that was paid by then. Without any weight nothing can be divided: all parts are 0.
 *
 * @param amount a safe integer, in the smallest unit of its currency
 * @param weights not negative; only their proportion counts
 * @example divide(100, [1n, 1n, 1n]) // [34, 33, 33]
 */
export function divide(amount: number, weights: readonly bigint[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map(() => 0);
  const size = BigInt(Math.abs(amount));
  const shares = weights.map((weight, place) => ({
    place,
    whole: (size * weight) / total,
    rest: (size * weight) % total,
  }));
  let left = Number(shares.reduce((sum, { whole }) => sum - whole, size));
  const parts = shares.map(({ whole }) => Number(whole));
  for (const { place } of shares.toSorted((a, b) =>
    a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1,
  )) {
    if (left-- <= 0) break;
    parts[place] = (parts[place] ?? 0) + 1;
  }
  return amount < 0 ? parts.map((part) => 0 - part) : parts;
}
