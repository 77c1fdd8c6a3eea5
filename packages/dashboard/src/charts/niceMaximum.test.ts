import { expect, test } from 'vitest';
import { niceMaximum } from './niceMaximum.ts';

test.each([
  [283, 300],
  [1, 1],
  [7, 7.5],
  [0, 1],
  [300, 300],
  [1_204_331, 1_500_000],
])('an axis up to %d ends at %d', (value, top) => {
  expect(niceMaximum(value)).toBeCloseTo(top, 10);
});
