import type { TrendReport } from '@spectacle/server/answers';
import type { TrendMeasure } from './trendsSearch.ts';

export interface TrendLine {
  key: string;
  /** One for each period, in order. */
  values: number[];
  total: number;
}

export interface Trend {
  /** First days of the periods. */
  periods: string[];
  /** In the order of the report: those that most have first. */
  lines: TrendLine[];
}

/** The rows of a report as lines over its periods. */
export function trendLines(rows: TrendReport['rows'], measure: TrendMeasure): Trend {
  const periods = [...new Set(rows.map((row) => row.period))].sort();
  const lines = new Map<string, TrendLine>();
  for (const row of rows) {
    const id = `${row.kind} ${row.key}`;
    const line = lines.get(id) ?? { key: row.key, values: periods.map(() => 0), total: 0 };
    line.values[periods.indexOf(row.period)] = row[measure];
    line.total += row[measure];
    lines.set(id, line);
  }
  return { periods, lines: [...lines.values()] };
}
