import { expect, test } from 'vitest';
import { clusters } from './clusters.ts';

test('neighbours join, the distant stay alone, and nothing is lost', () => {
  const found = clusters([0, 4, 8, 40, 60, 63], (place) => place, 10);
  expect(found).toEqual([
    { x: 4, items: [0, 4, 8] },
    { x: 40, items: [40] },
    { x: 61.5, items: [60, 63] },
  ]);
});

test('a long busy stretch stays a row of clusters', () => {
  const places = Array.from({ length: 101 }, (_, index) => index);
  const found = clusters(places, (place) => place, 10);
  expect(found.flatMap(({ items }) => items)).toEqual(places);
  expect(found.map(({ items }) => items.length)).toEqual([30, 30, 30, 11]);
});
