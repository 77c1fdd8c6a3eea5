import { expect, test } from 'vitest';
import { layersOf } from './overTime.ts';

const piece = (key: string, period: string, revenue: number, kind: 'value' | 'other' | 'unattributed' = 'value') => ({
  key,
  kind,
  period,
  visits: 1,
  leads: 0,
  customers: 0,
  revenue,
});
const months = ['2026-01-01', '2026-02-01'];
const report = [{ key: 'Email', kind: 'value' as const }, { key: 'Direct', kind: 'value' as const }]; // biome-ignore format: two rows

test('each value has a layer, all others one, and every period adds up', () => {
  const rows = [
    piece('Direct', '2026-02-01', 7),
    piece('Email', '2026-01-01', 5),
    piece('Other', '2026-01-01', 2, 'other'),
    piece('Unattributed', '2026-01-01', 1, 'unattributed'),
  ];
  expect(layersOf({ rows }, months, 'revenue', report)).toEqual([
    { name: 'value:Direct', row: { key: 'Direct', kind: 'value' }, place: 1, values: [0, 7] },
    { name: 'value:Email', row: { key: 'Email', kind: 'value' }, place: 0, values: [5, 0] },
    { name: 'rest:', row: { key: 'All others', kind: 'other' }, place: 0, values: [3, 0] },
  ]);
});

test('what has nothing of the measure has no layer', () => {
  const rows = [piece('Direct', '2026-02-01', 0), piece('Email', '2026-01-01', 5)];
  expect(layersOf({ rows }, months, 'revenue', report).map(({ name }) => name)).toEqual(['value:Email']);
  expect(layersOf({ rows }, months, 'visits', report)).toHaveLength(2);
});
