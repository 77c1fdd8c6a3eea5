import { expect, test } from 'vitest';
import { trendLines } from './trendLines.ts';

const row = (key: string, period: string, events: number, kind: 'value' | 'other' = 'value') => ({
  key,
  kind,
  period,
  events,
  people: 1,
  groups: 1,
});

test('each value is a line over all periods, also those in which it did nothing', () => {
  const { periods, lines } = trendLines(
    [row('pro', '2026-01-12', 4), row('pro', '2026-01-05', 2), row('free', '2026-01-12', 1)],
    'events',
  );
  expect(periods).toEqual(['2026-01-05', '2026-01-12']);
  expect(lines).toEqual([
    { key: 'pro', values: [2, 4], total: 6 },
    { key: 'free', values: [0, 1], total: 1 },
  ]);
});

test('a plan called "Other" is not all other plans', () => {
  expect(trendLines([row('Other', 'a', 1), row('Other', 'a', 2, 'other')], 'events').lines).toHaveLength(2);
});
