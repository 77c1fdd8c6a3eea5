import { expect, test } from 'vitest';
import { bucketsOf } from './buckets.ts';
import { addDays } from './days.ts';

test('the parts of a range follow each other without a gap, whatever its length', () => {
  for (const length of [1, 7, 14, 15, 90, 98, 99, 365, 430, 431, 1000, 1400, 1401, 9000]) {
    const range = { from: addDays('2026-03-31', 1 - length), to: '2026-03-31' };
    const buckets = bucketsOf(range);
    expect(buckets.length).toBeLessThanOrEqual(16 + 1);
    expect(buckets[0]?.from).toBe(range.from);
    expect(buckets.at(-1)?.to).toBe(range.to);
    for (const [index, bucket] of buckets.entries()) {
      if (index > 0) expect(bucket.from).toBe(addDays(buckets[index - 1]?.to ?? '', 1));
    }
  }
});

test('a year is cut at the first of each month', () => {
  const buckets = bucketsOf({ from: '2025-04-10', to: '2026-03-31' });
  expect(buckets.map(({ from }) => from).slice(0, 3)).toEqual(['2025-04-10', '2025-05-01', '2025-06-01']);
  expect(buckets).toHaveLength(12);
});
