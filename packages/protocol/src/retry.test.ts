import { expect, test } from 'vitest';
import { retryAfterSeconds, shouldRetry } from './retry.ts';

test('clients repeat what may succeed later and nothing else', () => {
  expect([0, 408, 429, 500, 502, 503].filter((status) => !shouldRetry(status))).toEqual([]);
  expect([200, 400, 401, 404, 413, 415].filter(shouldRetry)).toEqual([]);
});

test('Retry-After is read as seconds or as a date, within five minutes', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(retryAfterSeconds('7', now)).toBe(7);
  expect(retryAfterSeconds('99999', now)).toBe(300);
  expect(retryAfterSeconds('Thu, 01 Jan 2026 00:00:30 GMT', now)).toBe(30);
  expect(retryAfterSeconds('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
  expect(retryAfterSeconds('soon', now)).toBeUndefined();
  expect(retryAfterSeconds(null, now)).toBeUndefined();
});
