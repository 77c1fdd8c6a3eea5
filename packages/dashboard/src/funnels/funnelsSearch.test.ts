import { expect, test } from 'vitest';
import { readFunnelsSearch, stepsOf, writeSteps } from './funnelsSearch.ts';

test('without steps a funnel leads to the workspace’s own cut-off event', () => {
  const steps = stepsOf(readFunnelsSearch({}), ['Trial Started']);
  expect(writeSteps(steps)).toEqual(['page:', 'identify:', 'track:Trial Started']);
});

test('an address has the steps in their order, and what is no step is left out', () => {
  const search = readFunnelsSearch({ step: ['page:/pricing', 'nonsense', 'track:Paid'], within: '7' });
  expect(search.step).toEqual(['page:/pricing', 'track:Paid']);
  expect(search.within).toBe('7');
  expect(readFunnelsSearch({ step: 'page:/pricing', within: '9999' })).toMatchObject({
    step: undefined,
    within: undefined,
  });
});
