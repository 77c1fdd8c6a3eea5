import { expect, test } from 'vitest';
import { isRunning } from './isRunning.ts';

test.each([
  ['2026-03-02', 1, 'week', '2026-03-09', true],
  ['2026-03-02', 1, 'week', '2026-03-15', true],
  ['2026-03-02', 1, 'week', '2026-03-16', false],
  ['2025-12-01', 3, 'month', '2026-03-31', true],
  ['2025-12-01', 2, 'month', '2026-03-01', false],
  ['2026-03-31', 0, 'day', '2026-03-31', true],
] as const)(
  'of those who began on %s, %d %ss later: is that going on on %s? %s',
  (cohort, offset, period, today, is) => {
    expect(isRunning(cohort, offset, period, today)).toBe(is);
  },
);
