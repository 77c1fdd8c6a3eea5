import { expect, test } from 'vitest';
import { traitFields } from './traitFields.ts';

test('the traits of the rows become fields, the most frequent first, numbers known as such', () => {
  const fields = traitFields([
    { traits: { plan: 'pro', seats: 4 } },
    { traits: { plan: 'free', seats: '12', region: 'EMEA' } },
    { traits: { plan: null, seats: 1 } },
  ]);
  expect(fields).toEqual([
    { field: 'traits.seats', label: 'seats', numeric: true, values: ['1', '12', '4'] },
    { field: 'traits.plan', label: 'plan', numeric: false, values: ['free', 'pro'] },
    { field: 'traits.region', label: 'region', numeric: false, values: ['EMEA'] },
  ]);
});
