import { expect, test } from 'vitest';
import { mainUnits, money, shortMoney, smallestUnits } from './money.ts';

test('an amount is in the smallest unit of its currency', () => {
  expect(money(123_456, 'EUR')).toBe('€1,234.56');
  expect(money(123_456, 'JPY')).toBe('¥123,456');
  expect(money(-9_995, 'USD')).toBe('-$99.95');
  expect(money(123_456, 'KWD').replace(/\s/, ' ')).toBe('KWD 123.456');
});

test('a currency whose prices are customarily whole has hundredths all the same', () => {
  expect(money(123_456, 'HUF')).toBe('Ft\u00a01,234.56');
  expect(money(123_456, 'PKR')).toBe('Rs\u00a01,234.56');
});

test('the short form drops cents that are zero and thousands that do not matter', () => {
  expect(shortMoney(440_000, 'EUR')).toBe('€4,400');
  expect(shortMoney(440_050, 'EUR')).toBe('€4,400.50');
  expect(shortMoney(1_240_000, 'EUR')).toBe('€12K');
  expect(shortMoney(4_400, 'JPY')).toBe('¥4,400');
});

test.each([
  ['1234.5', 'EUR', 123_450],
  ['1234', 'JPY', 1_234],
  ['0.005', 'KWD', 5],
  ['-1.10', 'USD', -110],
  ['0.001', 'USD', null],
  ['1.5', 'JPY', null],
  ['1,000', 'USD', null],
])('%s %s is typed in the main unit and asked in the smallest', (text, currency, amount) => {
  expect(smallestUnits(text, currency)).toBe(amount);
  if (amount !== null) expect(smallestUnits(mainUnits(String(amount), currency), currency)).toBe(amount);
});
