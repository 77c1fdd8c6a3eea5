import { expect, test } from 'vitest';
import { backOff } from './backOff.ts';

test('waiting doubles from half a second to half a minute, less up to a half by chance', () => {
  const longest = Array.from({ length: 9 }, (_, index) => backOff(index + 1, () => 1));
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(backOff(4, () => 0)).toBe(2_000);
  expect(backOff(10_000, () => 1)).toBe(30_000);
});
