import type { AttributionReport, Measures } from '@spectacle/server/answers';

export type ReportRow = AttributionReport['rows'][number];

/** A row of one report beside the row of the same key in another. */
export interface ComparedRow {
  key: string;
  kind: ReportRow['kind'];
  now: Measures;
  beside: Measures;
}

const nothing: Measures = {
  visitors: 0,
  visits: 0,
  leads: 0,
  customers: 0,
  revenue: 0,
  spend: null,
  cac: null,
  roas: null,
  ltv: null,
};

/** What a row is called in addresses: unlike its key alone, no value can be taken for what is not attributed. */
export function rowName({ kind, key }: Pick<ReportRow, 'kind' | 'key'>): string {
  return kind === 'value' ? `value:${key}` : `${kind}:`;
}

/** Two reports side by side: the rows of the first in its order, then those that only the other has, those of no value last. */
export function compareRows(now: ReportRow[], beside: ReportRow[]): ComparedRow[] {
  const before = new Map(beside.map((row) => [rowName(row), row]));
  const rows: ComparedRow[] = now.map((row) => {
    const other = before.get(rowName(row));
    before.delete(rowName(row));
    return { key: row.key, kind: row.kind, now: row, beside: other ?? nothing };
  });
  for (const row of before.values()) rows.push({ key: row.key, kind: row.kind, now: nothing, beside: row });
  return [...rows.filter((row) => row.kind === 'value'), ...rows.filter((row) => row.kind !== 'value')];
}

/**
 * Sorts the rows that are values; "other" and "Unattributed" stay last. `sort` is a measure, or "key" for what the rows are called, with
 * a minus for descending.
 */
export function sortRows<Row extends Pick<ReportRow, 'key' | 'kind'>>(
  rows: Row[],
  sort: string | undefined,
  numberOf: (row: Row, measure: string) => number | null,
  labelOf: (row: Row) => string,
): Row[] {
  if (sort === undefined) return rows;
  const field = sort.replace(/^-/, '');
  const direction = sort.startsWith('-') ? -1 : 1;
  const compare = (a: Row, b: Row): number => {
    if (field === 'key') return direction * labelOf(a).localeCompare(labelOf(b));
    const [first, second] = [numberOf(a, field), numberOf(b, field)];
    // What is not known is last, whichever way.
    if (first === null || second === null) return (first === null ? 1 : 0) - (second === null ? 1 : 0);
    return direction * (first - second);
  };
  const values = rows.filter((row) => row.kind === 'value');
  return [...values.toSorted(compare), ...rows.filter((row) => row.kind !== 'value')];
}
