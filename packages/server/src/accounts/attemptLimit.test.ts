import { expect, test } from 'vitest';
import { AttemptLimit } from './attemptLimit.ts';

function limited() {
  let now = 0;
  const limit = new AttemptLimit({ attempts: 3, withinMs: 60_000, now: () => now });
  const later = (ms: number) => {
    now += ms;
  };
  return { limit, later };
}

test('after so many failures one waits until the first of them is long enough ago', () => {
  const { limit, later } = limited();
  for (let i = 0; i < 3; i++) {
    expect(limit.wait('ada')).toBe(0);
    limit.begin('ada');
    later(10_000);
  }
  expect(limit.wait('ada')).toBe(30);
  expect(limit.wait('bob')).toBe(0);
  later(30_000);
  expect(limit.wait('ada')).toBe(0);
  limit.begin('ada');
  expect(limit.wait('ada')).toBe(10);
});

test('attempts that are under way count, and being right takes back one of them, or all', () => {
  const { limit } = limited();
  for (let i = 0; i < 3; i++) limit.begin('office');
  expect(limit.wait('office')).toBe(60);
  limit.takeBack('office');
  expect(limit.wait('office')).toBe(0);
  limit.begin('office');
  expect(limit.wait('office')).toBe(60);
  limit.forget('office');
  expect(limit.wait('office')).toBe(0);
});
