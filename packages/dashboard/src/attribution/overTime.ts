import type { AttributionOverTime } from '@spectacle/server/answers';
import { type ReportRow, rowName } from './comparison.ts';
import type { Charted } from './measures.ts';

/** One layer of the picture over time. */
export interface Layer {
  /** Of the report's row; "rest:" are all rows that have no layer. */
  name: string;
  row: Pick<ReportRow, 'key' | 'kind'>;
  /** Its place among the rows of the report, which decides its colour. */
  place: number;
  /** For each period. */
  values: number[];
}

/** Layers one can still tell apart. */
export const mostLayers = 7;

/**
 * The rows of a report over the periods that start with `firsts`: those that the answer names, and one for all others. Every period
 * adds up to what the report of that period has.
 */
export function layersOf(
  { rows }: Pick<AttributionOverTime, 'rows'>,
  firsts: string[],
  measure: Charted,
  report: Pick<ReportRow, 'key' | 'kind'>[],
): Layer[] {
  const layers = new Map<string, Layer>();
  const places = new Map(firsts.map((first, place) => [first, place]));
  const colours = new Map(report.map((row, place) => [rowName(row), place]));
  for (const { kind, key, period, ...numbers } of rows) {
    const place = places.get(period);
    if (place === undefined) continue;
    const name = kind === 'value' ? rowName({ kind, key }) : 'rest:';
    const row: Layer['row'] = kind === 'value' ? { kind, key } : { kind: 'other', key: 'All others' };
    const layer = layers.get(name) ?? { name, row, place: colours.get(name) ?? 0, values: firsts.map(() => 0) };
    layer.values[place] = (layer.values[place] ?? 0) + numbers[measure];
    layers.set(name, layer);
  }
  // Fractions of leads leave a trace of floating point behind.
  return [...layers.values()].filter(({ values }) => values.some((value) => Math.abs(value) > 1e-6));
}
