import { expect, test } from 'vitest';
import { traitPeriods } from './traitPeriods.ts';

const entry = (trait: string, value: unknown, day: number) => ({
  trait,
  value,
  timestamp: new Date(Date.UTC(2026, 0, day)).toISOString(),
  messageId: `${trait} ${day}`,
});

test('a plan’s periods follow each other in time, whatever the order of the history', () => {
  const periods = traitPeriods(
    [entry('plan', 'pro', 9), entry('plan', 'free', 1), entry('plan', 'free', 4), entry('industry', 'x', 5)],
    'plan',
  );
  expect(periods).toEqual([
    { label: 'free', from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 9) },
    { label: 'pro', from: Date.UTC(2026, 0, 9), to: null },
  ]);
});

test('a cleared trait ends its period and begins none', () => {
  expect(traitPeriods([entry('plan', 'free', 1), entry('plan', null, 3)], 'plan')).toEqual([
    { label: 'free', from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 3) },
  ]);
});
