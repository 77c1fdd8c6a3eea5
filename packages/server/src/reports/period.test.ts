import { expect, test } from 'vitest';
import { periodAfter, periodOf } from './period.ts';

test('a week begins on Monday, at midnight of the time zone', () => {
  // 2026-01-05 is a Monday.
  expect(periodOf(Date.UTC(2026, 0, 4, 23, 59), 'week', 'UTC')).toBe('2025-12-29');
  expect(periodOf(Date.UTC(2026, 0, 5), 'week', 'UTC')).toBe('2026-01-05');
  expect(periodOf(Date.UTC(2026, 0, 4, 23, 30), 'week', 'Europe/Berlin')).toBe('2026-01-05');
  expect(periodOf(Date.UTC(2026, 0, 5, 4), 'week', 'America/New_York')).toBe('2025-12-29');
});

test('a month begins with its first day, a day is itself, before 1970 too', () => {
  expect(periodOf(Date.UTC(2024, 1, 29, 12), 'month', 'UTC')).toBe('2024-02-01');
  expect(periodOf(Date.UTC(2024, 1, 29, 12), 'day', 'UTC')).toBe('2024-02-29');
  expect(periodOf(Date.UTC(1969, 11, 31), 'week', 'UTC')).toBe('1969-12-29');
});

test('periods follow each other over years, leap days and changes of the clocks', () => {
  expect(periodAfter('2024-02-28', 'day', 2)).toBe('2024-03-01');
  expect(periodAfter('2025-12-29', 'week', 1)).toBe('2026-01-05');
  expect(periodAfter('2025-12-01', 'month', 2)).toBe('2026-02-01');
  expect(periodAfter('2026-01-05', 'week', -1)).toBe('2025-12-29');
});
