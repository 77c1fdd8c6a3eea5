import { beforeEach, expect, test } from 'vitest';
import { Readiness } from './readiness.ts';

let state: { down: boolean; full: boolean; now: number; probe: () => Promise<unknown> };
let readiness: Readiness;

beforeEach(() => {
  state = { down: false, full: false, now: 0, probe: async () => 1 };
  readiness = new Readiness({
    probe: () => state.probe(),
    isShuttingDown: () => state.down,
    isOverloaded: () => state.full,
    now: () => state.now,
  });
});

test('ready: the store answers, there is room, nobody is shutting down', async () => {
  expect(await readiness.whyNot()).toBeUndefined();
});

test('not ready while shutting down, overloaded, or without a store', async () => {
  state.probe = () => Promise.reject(new Error('gone'));
  expect(await readiness.whyNot()).toBe('store_unavailable');
  state.full = true;
  expect(await readiness.whyNot()).toBe('overloaded');
  state.down = true;
  expect(await readiness.whyNot()).toBe('shutting_down');
});

test('a full disk still answers questions: a failed insert counts for five seconds, or until one succeeds', async () => {
  readiness.inserted(false);
  expect(await readiness.whyNot()).toBe('store_unavailable');
  state.now = 5_000;
  expect(await readiness.whyNot()).toBeUndefined();
  readiness.inserted(false);
  readiness.inserted(true);
  expect(await readiness.whyNot()).toBeUndefined();
});
