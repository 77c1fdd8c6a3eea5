import { expect, test } from 'vitest';
import { askedValue, typedValue } from './field.ts';

test('an amount is typed in the main unit and asked in the smallest; a number is what it is', () => {
  expect(askedValue('1000', { currency: 'EUR' })).toBe('100000');
  expect(askedValue('1000', { currency: 'JPY' })).toBe('1000');
  expect(askedValue('a lot', { currency: 'EUR' })).toBeNull();
  expect(askedValue('1000', {})).toBe('1000');
  expect(typedValue('100000', { currency: 'EUR' })).toBe('1000');
  expect(typedValue('100050', { currency: 'EUR' })).toBe('1000.50');
});
