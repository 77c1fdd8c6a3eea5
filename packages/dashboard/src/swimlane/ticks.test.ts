import { expect, test } from 'vitest';
import { ticks } from './ticks.ts';

const at = (time: string) => Date.parse(time);

test('months begin at midnight of the workspace, across a change of the clocks', () => {
  const window = { from: at('2026-01-20T00:00:00Z'), to: at('2026-05-10T00:00:00Z') };
  expect(ticks(window, 500, 'Europe/Berlin').map(({ time, label }) => [new Date(time).toISOString(), label])).toEqual([
    ['2026-01-31T23:00:00.000Z', 'Feb'],
    ['2026-02-28T23:00:00.000Z', 'Mar'],
    ['2026-03-31T22:00:00.000Z', 'Apr'],
    ['2026-04-30T22:00:00.000Z', 'May'],
  ]);
});

test('weeks begin on Mondays and the year is named at its beginning', () => {
  const weeks = ticks({ from: at('2026-03-01T00:00:00Z'), to: at('2026-03-31T00:00:00Z') }, 400, 'UTC');
  expect(weeks.map(({ label }) => label)).toEqual(['Mar 2', 'Mar 9', 'Mar 16', 'Mar 23', 'Mar 30']);
  const months = ticks({ from: at('2025-11-15T00:00:00Z'), to: at('2026-02-15T00:00:00Z') }, 300, 'UTC');
  expect(months.map(({ label, major }) => [label, major])).toEqual([
    ['Dec', false],
    ['2026', true],
    ['Feb', false],
  ]);
});

test('what happened within minutes has a time too', () => {
  const window = { from: at('2026-01-31T23:54:30Z'), to: at('2026-02-01T00:04:30Z') };
  expect(ticks(window, 900, 'UTC').map(({ label, major }) => [label.replace(/\s/, ' '), major])).toEqual([
    ['11:55 PM', false],
    ['11:56 PM', false],
    ['11:57 PM', false],
    ['11:58 PM', false],
    ['11:59 PM', false],
    ['Feb 1', true],
    ['12:01 AM', false],
    ['12:02 AM', false],
    ['12:03 AM', false],
    ['12:04 AM', false],
  ]);
});

test('ticks keep their distance at every zoom', () => {
  const from = at('2026-01-01T00:00:00Z');
  for (const hours of [0.17, 0.5, 2, 9, 40, 200, 900, 5_000, 30_000, 90_000]) {
    const window = { from, to: from + hours * 3_600_000 };
    const places = ticks(window, 1_000, 'America/New_York').map(
      ({ time }) => ((time - from) / (hours * 3_600_000)) * 1_000,
    );
    for (let index = 1; index < places.length; index++) {
      expect((places[index] ?? 0) - (places[index - 1] ?? 0)).toBeGreaterThan(76);
    }
  }
});
