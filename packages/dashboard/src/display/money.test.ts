import { expect, test } from 'vitest';
import { minorDigits, money, shortMoney } from './money.ts';

test('an amount is in the smallest unit of its currency', () => {
  expect(money(123_456, 'EUR')).toBe('€1,234.56');
  expect(money(123_456, 'JPY')).toBe('¥123,456');
  expect(money(-9_995, 'USD')).toBe('-$99.95');
  expect(minorDigits('KWD')).toBe(3);
});

test('the short form drops cents that are zero and thousands that do not matter', () => {
  expect(shortMoney(440_000, 'EUR')).toBe('€4,400');
  expect(shortMoney(440_050, 'EUR')).toBe('€4,400.50');
  expect(shortMoney(1_240_000, 'EUR')).toBe('€12K');
  expect(shortMoney(4_400, 'JPY')).toBe('¥4,400');
});
