import type { Warning } from '@spectacle/protocol';
import { describe, expect, test } from 'vitest';
import { readRevenue } from './revenue.ts';

function read(properties: Record<string, unknown>) {
  const warnings: Warning[] = [];
  return { ...readRevenue(properties, warnings), warnings: warnings.map(({ code }) => code) };
}

describe('revenue is a whole number of the smallest unit', () => {
  test.each([
    [9995, 9995],
    ['9995', 9995],
    [' +9995 ', 9995],
    [-9995, -9995],
    ['-1', -1],
    [0, 0],
    [-0, 0],
    [1.0, 1],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('%j is %d', (revenue, amount) => {
    expect(read({ revenue })).toMatchObject({ revenue: amount, warnings: [] });
    expect(Object.is(read({ revenue }).revenue, -0)).toBe(false);
  });

  test.each([
    [99.95],
    ['99.95'],
    ['1,000'],
    ['$5'],
    ['abc'],
    [2 ** 53],
    ['9'.repeat(400)],
    [1e300],
    ['Infinity'],
    [true],
    [{}],
    [[9995]],
  ])('%j is kept with the event, flagged and not counted', (revenue) =>
    expect(read({ revenue })).toMatchObject({ revenue: null, warnings: ['revenue_not_an_integer'] }),
  );

  test.each([[undefined], [null], ['']])('%j is no revenue and needs no warning', (revenue) =>
    expect(read({ revenue, currency: 'EUR', transactionId: 't' })).toEqual({
      revenue: null,
      currency: '',
      transactionId: '',
      warnings: [],
    }),
  );
});

describe('currency', () => {
  test("is ISO 4217 in any case, or the workspace's", () => {
    expect(read({ revenue: 1, currency: ' eur' }).currency).toBe('EUR');
    for (const currency of [undefined, null, '']) expect(read({ revenue: 1, currency }).currency).toBe('');
  });

  test.each([['EURO'], ['€'], [978], [{}], ['XX']])('in %j nothing can be counted', (currency) =>
    expect(read({ revenue: 1, currency })).toMatchObject({ revenue: null, warnings: ['invalid_currency'] }),
  );
});

describe('transactionId', () => {
  test('is a text or a number, in either spelling', () => {
    expect(read({ revenue: 1, transactionId: 'in_1' }).transactionId).toBe('in_1');
    expect(read({ revenue: 1, transaction_id: 77 }).transactionId).toBe('77');
    expect(read({ revenue: 1, transactionId: { id: 1 } }).transactionId).toBe('');
  });

  test('is cut at 500 characters, never in the middle of one', () => {
    const { transactionId } = read({ revenue: 1, transactionId: `${'x'.repeat(499)}😀` });
    expect(transactionId).toHaveLength(500);
    expect(transactionId.isWellFormed()).toBe(true);
  });
});
