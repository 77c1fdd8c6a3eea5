import { expect, test } from 'vitest';
import { ago, dayKey, shortDate } from './time.ts';

const now = Date.parse('2026-03-03T12:00:00Z');

test.each([
  ['2026-03-03T11:59:30Z', 'just now'],
  ['2026-03-03T11:40:00Z', '20m ago'],
  ['2026-03-02T12:00:00Z', 'yesterday'],
  ['2026-02-10T12:00:00Z', '3w ago'],
  ['2025-09-03T12:00:00Z', '6mo ago'],
])('%s is %s', (time, words) => {
  expect(ago(time, now)).toBe(words);
});

test('a day is a day of the workspace, not of the reader', () => {
  expect(dayKey('2026-03-03T23:30:00Z', 'Europe/Berlin')).toBe('2026-03-04');
  expect(dayKey('2026-03-03T23:30:00Z', 'America/New_York')).toBe('2026-03-03');
});

test('the year is named only when it is another one', () => {
  expect(shortDate('2026-01-12T00:00:00Z', 'UTC', now)).toBe('Jan 12');
  expect(shortDate('2025-01-12T00:00:00Z', 'UTC', now)).toBe('Jan 12, 2025');
});
