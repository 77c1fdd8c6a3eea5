import { expect, test } from 'vitest';
import { RateLimit } from './rateLimit.ts';

/** A limit with a clock that the test moves, in milliseconds. */
function limitOf(perSecond: number) {
  const clock = { now: 0 };
  return { clock, limit: new RateLimit(perSecond, () => clock.now) };
}

test("a second's worth may come at once, the rest is told when to come again", () => {
  const { clock, limit } = limitOf(10);
  for (let event = 0; event < 10; event++) expect(limit.take('ws_a', 1)).toBe(0);
  expect(limit.take('ws_a', 1)).toBe(1);
  clock.now += 100;
  expect(limit.take('ws_a', 1)).toBe(0);
  expect(limit.take('ws_a', 1)).toBe(1);
});

test('a batch larger than a second is taken whole, and its debt paid off first', () => {
  const { clock, limit } = limitOf(100);
  expect(limit.take('ws_a', 1_000)).toBe(0);
  expect(limit.take('ws_a', 1)).toBe(10);
  clock.now += 9_000;
  expect(limit.take('ws_a', 1)).toBe(1);
  clock.now += 10;
  expect(limit.take('ws_a', 1)).toBe(0);
});

test('over time a workspace gets its rate, whatever it tries', () => {
  const { clock, limit } = limitOf(50);
  let taken = 0;
  for (; clock.now < 60_000; clock.now += 7) if (limit.take('ws_a', 3) === 0) taken += 3;
  expect(taken / 60).toBeGreaterThan(49);
  expect(taken / 60).toBeLessThan(52);
});

test('less than one event a second works, too', () => {
  const { clock, limit } = limitOf(0.1);
  expect(limit.take('ws_a', 1)).toBe(0);
  const wait = limit.take('ws_a', 1);
  expect(wait).toBeGreaterThan(9);
  clock.now += wait * 1000;
  expect(limit.take('ws_a', 1)).toBe(0);
});

test('one workspace does not use up what another may send', () => {
  const { limit } = limitOf(1);
  expect(limit.take('ws_a', 1)).toBe(0);
  expect(limit.take('ws_a', 1)).toBeGreaterThan(0);
  expect(limit.take('ws_b', 1)).toBe(0);
});
