import { expect, test } from 'vitest';
import { labelPlaces } from './layersOption.ts';

test('a layer is named where it is thickest, and not where another name is in the way', () => {
  const layers = [
    { id: 'low', values: [0, 10, 60, 10, 10, 10, 0] },
    { id: 'thin', values: [1, 1, 1, 1, 1, 1, 1] },
    { id: 'high', values: [0, 20, 5, 20, 30, 20, 0] },
  ];
  expect([...labelPlaces(layers)]).toEqual([['low', 2], ['high', 4]]); // biome-ignore format: two names
  const crowded = [
    { id: 'below', values: [0, 50, 50, 0] },
    { id: 'above', values: [0, 5, 13, 0] },
  ];
  expect(labelPlaces(crowded).get('above')).toBe(2);
  expect(labelPlaces([{ id: 'below', values: [0, 96, 0] }, { id: 'above', values: [0, 4, 0] }]).has('above')).toBe(false); // biome-ignore format: one look
});

test('without layers there is nothing to name', () => {
  expect(labelPlaces([]).size).toBe(0);
});
