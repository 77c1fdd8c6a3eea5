import { expect, test } from 'vitest';
import { curvesOf } from './curves.ts';

test('a cohort whose next period has not begun says nothing about it', () => {
  // Ten began in January, five of them came back in February; twenty began in February.
  const [curve] = curvesOf([
    { key: '', size: 10, returned: [10, 5] },
    { key: '', size: 20, returned: [16, null] },
  ]);
  expect(curve).toEqual({ key: '', size: 30, parts: [26 / 30, 0.5] });
});

test('each value has a curve of its own, the one with most who began first', () => {
  const curves = curvesOf([
    { key: 'free', size: 1, returned: [1, 0] },
    { key: 'pro', size: 2, returned: [2, null] },
  ]);
  expect(curves.map(({ key, parts }) => [key, parts])).toEqual([
    ['pro', [1, null]],
    ['free', [1, 0]],
  ]);
});
