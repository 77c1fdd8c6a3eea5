import { expect, test } from 'vitest';
import { compareRows, type ReportRow, sortRows } from './comparison.ts';

const row = (key: string, revenue: number, part: Partial<ReportRow> = {}): ReportRow => ({
  key,
  kind: 'value',
  visitors: 0,
  visits: 0,
  leads: 0,
  customers: 0,
  revenue,
  spend: null,
  cac: null,
  roas: null,
  ltv: null,
  ...part,
});

test('a key that only one of two reports has stands against nothing, and no revenue is lost', () => {
  const now = [row('Email', 30), row('Unattributed', 5, { kind: 'unattributed' })];
  const beside = [row('Direct', 20), row('Email', 10)];
  const rows = compareRows(now, beside);
  expect(rows.map(({ key, now: a, beside: b }) => [key, a.revenue, b.revenue])).toEqual([
    ['Email', 30, 10],
    ['Direct', 0, 20],
    ['Unattributed', 5, 0],
  ]);
});

test('a campaign called "Unattributed" is not what nobody earned', () => {
  const rows = compareRows([row('Unattributed', 1)], [row('Unattributed', 2, { kind: 'unattributed' })]);
  expect(rows).toHaveLength(2);
});

const sorted = (rows: ReportRow[], sort: string, labelOf = ({ key }: ReportRow) => key) =>
  sortRows(rows, sort, (each) => each.roas, labelOf).map(({ key }) => key);

test('what is not known sorts last in both directions, and what is no value after it', () => {
  const rows = [
    row('a', 1, { roas: 2 }),
    row('b', 2),
    row('c', 3, { roas: 1 }),
    row('', 9, { kind: 'unattributed', roas: 9 }),
  ];
  const keys = (sort: string) => sorted(rows, sort);
  expect(keys('-roas')).toEqual(['a', 'c', 'b', '']);
  expect(keys('roas')).toEqual(['c', 'a', 'b', '']);
});

test('rows are sorted by what they are called and not by what they are in addresses', () => {
  const names: Record<string, string> = { CH: 'Switzerland', DE: 'Germany', '': 'Unattributed' };
  const rows = [row('CH', 1), row('', 2, { kind: 'unattributed' }), row('DE', 3)];
  expect(sorted(rows, 'key', ({ key }) => names[key] ?? key)).toEqual(['DE', 'CH', '']);
});
