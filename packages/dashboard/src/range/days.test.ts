import { expect, test } from 'vitest';
import { daysBefore, daysOf, daysYearBefore, endOf, lengthOf } from './days.ts';

test.each([
  ['7d', { from: '2026-03-25', to: '2026-03-31' }],
  ['12m', { from: '2025-04-01', to: '2026-03-31' }],
  ['2026-01-01..2026-01-31', { from: '2026-01-01', to: '2026-01-31' }],
  ['2026-01-31..2026-01-01', { from: '2026-01-01', to: '2026-01-31' }],
  ['all', null],
  ['0d', null],
  ['2026-02-30..2026-03-01', null],
  ['<script>', null],
])('%s on the last of March 2026', (range, days) => {
  expect(daysOf(range, '2026-03-31')).toEqual(days);
});

test('a range is compared with as many days before it, or with the same days a year earlier', () => {
  const march = { from: '2024-03-01', to: '2024-03-31' };
  expect(lengthOf(march)).toBe(31);
  expect(daysBefore(march)).toEqual({ from: '2024-01-30', to: '2024-02-29' });
  expect(daysYearBefore({ from: '2024-02-01', to: '2024-02-29' })).toEqual({ from: '2023-02-01', to: '2023-02-28' });
});

test.each([
  ['2026-03-31', 'UTC', '2026-03-31T23:59:59.999Z'],
  ['2026-03-31', 'Europe/Berlin', '2026-03-31T21:59:59.999Z'],
  // The night in which the clocks go forward.
  ['2026-03-28', 'Europe/Berlin', '2026-03-28T22:59:59.999Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
  ['2026-03-31', 'America/Los_Angeles', '2026-04-01T06:59:59.999Z'],
])('%s ends in %s at %s', (date, timeZone, end) => {
  expect(endOf(date, timeZone)).toBe(end);
});
