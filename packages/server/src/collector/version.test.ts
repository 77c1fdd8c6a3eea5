import fc from 'fast-check';
import { expect, test } from 'vitest';
import { versionOf } from './version.ts';

const at = (time: string) => Date.parse(time);
const noon = at('2026-01-01T12:00:00.000Z');

test('of copies of one content the one received first counts, then the one with the earlier time', () => {
  const moment = fc.integer({ min: 0, max: at('2299-12-31T00:00:00.000Z') });
  fc.assert(
    fc.property(moment, moment, moment, moment, (received, happened, otherReceived, otherHappened) => {
      const one = BigInt(versionOf('content', received, happened));
      const other = BigInt(versionOf('content', otherReceived, otherHappened));
      const earlier = received - otherReceived || happened - otherHappened;
      expect(Math.sign(Number(one - other))).toBe(-Math.sign(earlier) + 0);
    }),
  );
});

test('times never decide between two contents', () => {
  const one = BigInt(versionOf('one', noon, noon)) > BigInt(versionOf('two', noon, noon));
  expect(BigInt(versionOf('one', noon + 1_000, 0)) > BigInt(versionOf('two', noon, noon))).toBe(one);
  expect(BigInt(versionOf('one', 0, 0)) > BigInt(versionOf('two', noon, noon))).toBe(one);
});

test('the hash of the content is the first 40 bits of its SHA-1', () => {
  // printf abc | sha1sum → a9993e3647…
  expect((BigInt(versionOf('abc', 0, 0)) >> 88n).toString(16)).toBe('a9993e3647');
});
