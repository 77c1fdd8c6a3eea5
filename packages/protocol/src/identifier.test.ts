import { expect, test } from 'vitest';
import { asIdentifier } from './identifier.ts';

test.each([
  ['company_123', 'company_123'],
  ['  company_123 ', 'company_123'],
  [42, '42'],
  [0, '0'],
  [-1.5, '-1.5'],
  ['0', '0'],
  ['null and void', 'null and void'],
])('%j is an id', (value, id) => {
  expect(asIdentifier(value)).toEqual({ ok: true, id });
});

test.each([
  [undefined, 'is missing'],
  [null, 'is null'],
  ['', 'is empty'],
  ['  \t', 'is blank'],
  [Number.NaN, 'is NaN'],
  [Number.POSITIVE_INFINITY, 'is Infinity'],
  [{}, 'is of type object'],
  [[], 'is an array'],
  [true, 'is of type boolean'],
  ['null', 'is the text "null"'],
  ['undefined', 'is the text "undefined"'],
  ['[object Object]', 'is the text "[object Object]"'],
  ['x'.repeat(501), 'is longer than 500 characters'],
])('%j can only be a mistake', (value, why) => {
  expect(asIdentifier(value)).toEqual({ ok: false, why });
});
