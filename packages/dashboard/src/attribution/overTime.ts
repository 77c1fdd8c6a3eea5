import type { AttributionReport } from '@spectacle/server/answers';
import { type ReportRow, rowName } from './comparison.ts';
import type { Measure } from './measures.ts';

/** One layer of the picture over time. */
export interface Layer {
  /** Of the report's row; "rest:" are all rows that have no layer. */
  name: string;
  row: Pick<ReportRow, 'key' | 'kind'>;
  /** Its place among the rows, which decides its colour. */
  place: number;
  /** For each part of the range; null while it is loading. */
  values: (number | null)[];
}

type RowsAndTotal = Pick<AttributionReport, 'rows' | 'total'>;

/** Layers one can still tell apart. */
const most = 7;

/**
 * The rows of a report over the parts of its range: the largest ones, and one for all others. Every part adds up to its
 * report's total.
 */
export function layersOf(whole: RowsAndTotal, parts: (RowsAndTotal | undefined)[], measure: Measure): Layer[] {
  const named = whole.rows
    .filter((row) => row.kind === 'value')
    .toSorted((a, b) => (b[measure.name] ?? 0) - (a[measure.name] ?? 0))
    .slice(0, most);
  const layers: Layer[] = named.map((row) => ({
    name: rowName(row),
    row,
    place: whole.rows.indexOf(row),
    values: parts.map((part) =>
      part === undefined ? null : (part.rows.find((each) => rowName(each) === rowName(row))?.[measure.name] ?? 0),
    ),
  }));
  const rest = parts.map((part, index) => {
    if (part === undefined) return null;
    const shown = layers.reduce((sum, layer) => sum + (layer.values[index] ?? 0), 0);
    // Fractions of leads leave a trace of floating point behind.
    const left = Math.round(((part.total[measure.name] ?? 0) - shown) * 1e6) / 1e6;
    return left;
  });
  if (rest.some((value) => value !== null && value !== 0)) {
    layers.push({ name: 'rest:', row: { key: 'All others', kind: 'other' }, place: 0, values: rest });
  }
  return layers;
}
