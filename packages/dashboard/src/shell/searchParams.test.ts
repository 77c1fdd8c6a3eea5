import { expect, test } from 'vitest';
import { listOf, parseSearch, stringifySearch, textOf } from './searchParams.ts';

test('a list repeats its key, and comes back as it was', () => {
  const search = { q: 'a&b', filter: ['traits.plan is pro', 'traits.employees > 100'], sort: undefined };
  const text = stringifySearch(search);
  expect(text).toBe('?q=a%26b&filter=traits.plan+is+pro&filter=traits.employees+%3E+100');
  expect(parseSearch(text)).toEqual({ q: 'a&b', filter: search.filter });
});

test('one value is a list of one where a list is meant, and the first of a list where text is meant', () => {
  expect(listOf('a')).toEqual(['a']);
  expect(listOf(undefined)).toEqual([]);
  expect(textOf(['a', 'b'])).toBe('a');
});
