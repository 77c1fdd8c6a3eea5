import { expect, test } from 'vitest';
import { nextSort } from './sort.ts';

test('a number is sorted from the top first, a text from A, and a third click sorts no more', () => {
  const revenue = { field: 'revenue', numeric: true };
  expect(nextSort(undefined, revenue)).toBe('-revenue');
  expect(nextSort('-revenue', revenue)).toBe('revenue');
  expect(nextSort('revenue', revenue)).toBeUndefined();
  expect(nextSort('-revenue', { field: 'traits.plan' })).toBe('traits.plan');
});
