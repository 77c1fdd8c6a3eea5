import { expect, test } from 'vitest';
import { patternLabel, readPattern, writePattern } from './eventPattern.ts';

test.each([
  { type: 'track', name: 'Trial Started' },
  { type: 'page', name: '/pricing/*' },
  { type: 'track', name: 'a:b, "c"' },
  { type: 'identify', name: '' },
  { type: '', name: '' },
])('the pattern $type:$name comes out of an address as it went in', (pattern) => {
  expect(readPattern(writePattern(pattern))).toEqual(pattern);
});

test('what is no pattern is none', () => {
  expect(readPattern('Trial Started')).toBeNull();
  expect(readPattern('drop:table')).toBeNull();
});

test('a pattern is told in words', () => {
  expect(patternLabel({ type: 'page', name: '' })).toBe('any page');
  expect(patternLabel({ type: 'track', name: 'Trial Started' })).toBe('Trial Started');
});
