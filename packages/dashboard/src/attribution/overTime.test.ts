import type { AttributionReport } from '@spectacle/server/answers';
import { expect, test } from 'vitest';
import { measureOf } from './measures.ts';
import { layersOf } from './overTime.ts';

const measures = (revenue: number) => ({
  visitors: 0,
  visits: 0,
  leads: 0,
  customers: 0,
  revenue,
  spend: null,
  cac: null,
  roas: null,
  ltv: null,
});

function report(revenues: Record<string, number>): Pick<AttributionReport, 'rows' | 'total'> {
  const rows = Object.entries(revenues).map(([key, revenue]) => ({
    key,
    kind: key === 'Unattributed' ? ('unattributed' as const) : ('value' as const),
    ...measures(revenue),
  }));
  const total = measures(rows.reduce((sum, row) => sum + row.revenue, 0));
  return { rows, total };
}

test('the seven largest have a layer each, all others one, and every part adds up to its total', () => {
  const whole = report({ a: 90, b: 80, c: 70, d: 60, e: 50, f: 40, g: 30, h: 20, i: 10, Unattributed: 5 });
  const january = report({ a: 90, h: 20, Unattributed: 5 });
  const layers = layersOf(whole, [january, undefined], measureOf('revenue'));
  expect(layers.map(({ row }) => row.key)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'All others']);
  expect(layers.reduce((sum, layer) => sum + (layer.values[0] ?? 0), 0)).toBe(january.total.revenue);
  expect(layers[7]?.values).toEqual([25, null]);
});

test('where nothing is left over there is no layer for it', () => {
  const whole = report({ a: 1, b: 2 });
  expect(layersOf(whole, [whole], measureOf('revenue')).map(({ name }) => name)).toEqual(['value:b', 'value:a']);
});
