import { expect, test } from 'vitest';
import { boundsOf, pan, timeAt, xOf, zoom } from './timeWindow.ts';

const hour = 3_600_000;
const bounds = { from: 0, to: 100 * hour };

test('a moment and its place on the axis are each other’s inverse', () => {
  const window = { from: 10 * hour, to: 30 * hour };
  expect(xOf(15 * hour, window, 800)).toBe(200);
  expect(timeAt(200, window, 800)).toBe(15 * hour);
});

test('zooming keeps the moment under the pointer where it is', () => {
  const window = zoom({ from: 20 * hour, to: 60 * hour }, 0.5, 30 * hour, bounds);
  expect(window).toEqual({ from: 25 * hour, to: 45 * hour });
  expect(xOf(30 * hour, window, 100)).toBe(25);
});

test('neither zoom nor pan leaves the bounds', () => {
  expect(zoom({ from: 0, to: 50 * hour }, 100, 5 * hour, bounds)).toEqual(bounds);
  expect(pan({ from: 10 * hour, to: 30 * hour }, -50 * hour, bounds)).toEqual({ from: 0, to: 20 * hour });
  expect(pan({ from: 10 * hour, to: 30 * hour }, 500 * hour, bounds)).toEqual({ from: 80 * hour, to: 100 * hour });
});

test('a single event has bounds too, and no event has none', () => {
  const one = boundsOf([5 * hour]);
  expect(one && one.to - one.from).toBe(600_000);
  expect(boundsOf([])).toBeNull();
});
