import { describe, expect, test } from 'vitest';
import { asTime, stamp } from './stamp.ts';

const received = Date.UTC(2026, 0, 31, 12);
const hour = 3_600_000;

describe('the time of an event', () => {
  test('is the time of receipt if none was sent', () => {
    expect(stamp(undefined, undefined, received)).toEqual({ timestamp: received, future: false });
    expect(stamp(undefined, received - hour, received)).toEqual({ timestamp: received, future: false });
  });

  test('is as sent without a sentAt: old times are backfill', () => {
    expect(stamp(received - 300 * 24 * hour, undefined, received).timestamp).toBe(received - 300 * 24 * hour);
  });

  test("a clock that is an hour slow is put right by the client's own sentAt", () => {
    const sentAt = received - hour;
    expect(stamp(sentAt - 2_000, sentAt, received).timestamp).toBe(received - 2_000);
  });

  test('a clock that is an hour fast is put right, too', () => {
    const sentAt = received + hour;
    expect(stamp(sentAt - 2_000, sentAt, received).timestamp).toBe(received - 2_000);
  });

  test('up to five seconds under way are no wrong clock: two requests of one browser keep their order', () => {
    const slow = stamp(received - 5_100, received - 5_000, received);
    const fast = stamp(received - 5_000, received - 100, received);
    expect(slow.timestamp).toBe(received - 5_100);
    expect(fast.timestamp).toBe(received - 5_000);
    expect(stamp(received - 5_101, received - 5_001, received).timestamp).toBe(received - 100);
  });

  test('a retry with another sentAt within the transit time is the same moment', () => {
    const original = received - 4_000;
    expect(stamp(original, received - 4_000, received - 3_900)).toEqual(stamp(original, received - 100, received));
  });

  test('a time in the future becomes the time of receipt', () => {
    expect(stamp(received + 1, undefined, received)).toEqual({ timestamp: received, future: true });
    expect(stamp(received + 1, received, received)).toEqual({ timestamp: received, future: true });
    expect(stamp(received, undefined, received).future).toBe(false);
  });
});

describe('a time as clients send it', () => {
  const noon = received;

  test.each([
    ['2026-01-31T12:00:00Z', noon],
    ['2026-01-31T12:00:00.000Z', noon],
    ['2026-01-31T13:00:00+01:00', noon],
    ['2026-01-31T12:00:00', noon],
    ['2026-01-31 12:00', noon],
    ['2026-01-31 12:00:00.5', noon + 500],
    ['2026-01-31T12:00:00,250', noon + 250],
    [' 2026-01-31T12:00:00Z ', noon],
    ['2026-01-31', noon - 12 * hour],
    ['Sat, 31 Jan 2026 12:00:00 GMT', noon],
    [noon, noon],
    [noon + 0.9, noon],
    [noon / 1000, noon],
    [noon / 1000 + 0.25, noon + 250],
    ['1970-01-01T00:00:00Z', 0],
    ['2199-12-31T23:59:59.999Z', Date.UTC(2200, 0) - 1],
  ])('%s is read', (sent, time) => expect(asTime(sent)).toBe(time));

  test.each<unknown>([
    'soon', '', ' ', '0000-00-00T00:00:00Z', '2026-13-45', '1969-12-31T23:59:59Z', '2200-01-01T00:00:00Z', '+275760-09-13T00:00:00Z',
    -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300, null, undefined, true, {}, [], ['2026-01-31'], { toString: 1 },
  ])('%j is no time', (sent) => expect(asTime(sent)).toBeUndefined()); // biome-ignore format: a list
});
