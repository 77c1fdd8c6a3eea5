import { expect, test } from 'vitest';
import { curvesOf } from './curves.ts';

test('a cohort whose next period has not begun says nothing about it', () => {
  // Ten began in January, five of them came back in February; twenty began in February.
  const [curve] = curvesOf(
    [
      { key: '', cohort: '2026-01-01', size: 10, returned: [10, 5] },
      { key: '', cohort: '2026-02-01', size: 20, returned: [16, null] },
    ],
    () => false,
  );
  expect(curve).toEqual({ key: '', size: 30, parts: [26 / 30, 0.5], telling: 2 });
});

test('each value has a curve of its own, the one with most who began first', () => {
  const curves = curvesOf(
    [
      { key: 'free', cohort: '2026-01-01', size: 1, returned: [1, 0] },
      { key: 'pro', cohort: '2026-01-01', size: 2, returned: [2, null] },
    ],
    () => false,
  );
  expect(curves.map(({ key, parts }) => [key, parts])).toEqual([
    ['pro', [1]],
    ['free', [1, 0]],
  ]);
});

test('the period that is not over yet takes no part in the average', () => {
  const row = { key: '', cohort: '2026-01-01', size: 10, returned: [10, 8, 1] };
  expect(curvesOf([row], (_, offset) => offset === 2)[0]?.parts).toEqual([1, 0.8]);
});

test('what is known of less than a tenth of those who began is not telling', () => {
  const [curve] = curvesOf(
    [
      { key: '', cohort: '2026-01-01', size: 1, returned: [1, 1, 0] },
      { key: '', cohort: '2026-02-01', size: 99, returned: [99, 50, null] },
    ],
    () => false,
  );
  expect(curve?.parts).toEqual([1, 0.51, 0]);
  expect(curve?.telling).toBe(2);
});
