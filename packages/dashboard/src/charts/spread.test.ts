import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('labels that would cover each other move apart, the others stay', () => {
  expect(spread([10, 12, 50], 10, 100)).toEqual([10, 20, 50]);
  expect(spread([12, 10], 10, 100)).toEqual([20, 10]);
});

test('what would leave the picture at its end pushes the others back', () => {
  expect(spread([95, 96, 97], 10, 100)).toEqual([80, 90, 100]);
});

test('more labels than there is room for stand closer and not outside', () => {
  const placed = spread([0, 0, 0, 0, 0], 50, 100);
  expect(placed).toEqual([0, 25, 50, 75, 100]);
});
