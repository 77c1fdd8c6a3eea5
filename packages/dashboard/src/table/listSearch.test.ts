import { expect, test } from 'vitest';
import { listParams, readListSearch } from './listSearch.ts';

test('the address of a list is read without trusting it', () => {
  expect(readListSearch({ q: ['a', 'b'], sort: 5, filter: 'plan is pro', columns: ['plan', 3, ''] })).toEqual({
    q: 'a',
    sort: undefined,
    filter: ['plan is pro'],
    columns: ['plan'],
  });
});

test('columns are the reader’s business, the rest is asked of the API', () => {
  const search = { q: 'acme', sort: '-revenue', filter: ['plan is pro', 'members > 2'], columns: ['plan'] };
  expect(listParams(search).toString()).toBe('q=acme&sort=-revenue&filter=plan+is+pro&filter=members+%3E+2');
});
