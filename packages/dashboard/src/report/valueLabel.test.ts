import { expect, test } from 'vitest';
import { valueLabel } from './valueLabel.ts';

test('a country is called by its name in the language of the reader', () => {
  expect(valueLabel('country', 'DE', 'en')).toBe('Germany');
  expect(valueLabel('country', 'DE', 'de')).toBe('Deutschland');
});

test('what names no country stays as it is', () => {
  for (const value of ['', '(not set)', 'Other', 'Middle Earth', 'de', 'QQ', 'D', '12'])
    expect(valueLabel('country', value, 'en')).toBe(value);
});

test('only of a breakdown by country two letters are a country', () => {
  for (const by of ['campaign', 'traits.country', '']) expect(valueLabel(by, 'DE', 'en')).toBe('DE');
});
