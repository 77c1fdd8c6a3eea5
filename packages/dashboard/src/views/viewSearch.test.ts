import { expect, test } from 'vitest';
import { readViewSearch, viewSearch } from './viewSearch.ts';

test('two addresses that show the same are one view, whatever is open on them', () => {
  const text = viewSearch({ model: 'first', filter: ['a is b', 'c > 1'], by: undefined, row: 'value:Email' });
  expect(text).toBe('filter=a+is+b&filter=c+%3E+1&model=first');
  expect(viewSearch(readViewSearch(text))).toBe(text);
  expect(viewSearch({ model: 'first', filter: ['a is b', 'c > 1'] })).toBe(text);
  expect(viewSearch({ row: 'value:Email' })).toBe('');
});
