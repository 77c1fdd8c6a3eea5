import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divide } from './divide.ts';

const weights = fc.array(fc.bigInt({ min: 0n, max: 2n ** 58n }), { minLength: 1, maxLength: 30 });
const amounts = fc.maxSafeInteger();

test('a cent that is left goes to the largest fraction, of equal ones to the earliest visit', () => {
  expect(divide(100, [1n, 1n, 1n])).toEqual([34, 33, 33]);
  expect(divide(101, [1n, 1n, 1n])).toEqual([34, 34, 33]);
  expect(divide(10, [4n, 1n, 1n, 4n])).toEqual([4, 1, 1, 4]);
  // 3.999 and 6.001
  expect(divide(10, [3999n, 6001n])).toEqual([4, 6]);
  expect(divide(1, [1n, 2n, 2n])).toEqual([0, 1, 0]);
});

test('a refund takes back from each visit what the payment gave', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, weights) => {
      expect(divide(-amount, weights)).toEqual(divide(amount, weights).map((part) => 0 - part));
    }),
  );
});

test('parts are whole, add up to the amount, and are less than one cent away from the exact share', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0n);
      fc.pre(total > 0n);
      const parts = divide(amount, weights);
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount));
      for (const [i, part] of parts.entries()) {
        const distance = BigInt(part) * total - BigInt(amount) * (weights[i] ?? 0n);
        expect(distance < total && distance > -total).toBe(true);
      }
    }),
  );
});

test('no part grows by a larger weight of another visit', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.array(fc.bigInt(1n, 1000n), { minLength: 2, maxLength: 8 }),
      (amount, weights) => {
        const [first = 1n, ...others] = weights;
        const rest = (parts: number[]) => parts.slice(1).reduce((sum, part) => sum + part, 0);
        expect(rest(divide(amount, [first * 2n, ...others]))).toBeLessThanOrEqual(
          rest(divide(amount, weights)) + others.length,
        );
      },
    ),
  );
});

test('without weights nothing is divided', () => {
  expect(divide(100, [])).toEqual([]);
  expect(divide(100, [0n, 0n])).toEqual([0, 0]);
});
