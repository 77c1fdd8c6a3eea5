import { expect, test } from 'vitest';
import { bucketsOf, usualBucket } from './buckets.ts';

const firsts = (from: string, to: string, period: 'day' | 'week' | 'month') =>
  bucketsOf({ from, to }, period).map(({ first }) => first);

test('a range is cut into the calendar periods that it touches, weeks from Monday', () => {
  expect(firsts('2026-03-30', '2026-04-02', 'day')).toEqual(['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02']);
  expect(firsts('2026-01-01', '2026-01-14', 'week')).toEqual(['2025-12-29', '2026-01-05', '2026-01-12']);
  expect(firsts('2025-11-30', '2026-01-01', 'month')).toEqual(['2025-11-01', '2025-12-01', '2026-01-01']);
});

test('a chart is read by day, week or month as its range is long, and holds a bounded number of points', () => {
  expect(usualBucket({ from: '2026-03-02', to: '2026-03-31' })).toBe('day');
  expect(usualBucket({ from: '2026-01-01', to: '2026-03-31' })).toBe('week');
  expect(usualBucket({ from: '2025-04-01', to: '2026-03-31' })).toBe('month');
  expect(firsts('2000-01-01', '2026-03-31', 'day')).toHaveLength(800);
});
