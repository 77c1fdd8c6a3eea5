import { expect, test } from 'vitest';
import { formatFilter, parseFilter } from './filter.ts';

test.each([
  ['traits.plan is enterprise', { field: 'traits.plan', operator: 'is', value: 'enterprise' }],
  ['traits.plan is not free', { field: 'traits.plan', operator: 'is not', value: 'free' }],
  ['traits.employees >= 100', { field: 'traits.employees', operator: '>=', value: '100' }],
  ['traits.region exists', { field: 'traits.region', operator: 'exists', value: '' }],
  ['traits.motto contains to be is to do', { field: 'traits.motto', operator: 'contains', value: 'to be is to do' }],
])('%s is read and written the same', (text, filter) => {
  expect(parseFilter(text)).toEqual(filter);
  expect(parseFilter(formatFilter(parseFilter(text) ?? { field: '', operator: 'is', value: '' }))).toEqual(filter);
});

test.each(['', 'plan', 'plan is', 'exists', 'plan ~ x', 'plan exists now'])('%j is no filter', (text) => {
  expect(parseFilter(text)).toBeNull();
});
