import { keyColour } from '../charts/keyColour.ts';
import { valueLabel } from '../report/valueLabel.ts';
import type { ReportRow } from './comparison.ts';

export interface RowNameProps {
  row: Pick<ReportRow, 'key' | 'kind'>;
  /** What the report is broken down by. */
  by: string;
  place: number;
}

/** What a row stands for, with its colour in the charts. */
export function RowName({ row, by, place }: RowNameProps) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span
        className={`size-2 shrink-0 rounded-full ${row.kind === 'unattributed' ? 'border border-ink-3' : ''}`}
        style={row.kind === 'unattributed' ? undefined : { background: rowColour(row, place) }}
      />
      <span className="truncate" title={rowLabel(row, by)}>
        {rowLabel(row, by)}
      </span>
    </span>
  );
}

/** `by` is what the report is broken down by. */
export function rowLabel({ key, kind }: Pick<ReportRow, 'key' | 'kind'>, by: string): string {
  return kind === 'unattributed' ? 'Unattributed' : kind === 'other' ? 'Other' : valueLabel(by, key);
}

/** Its colour in every chart; `place` is its place in the report as it was answered, not as it is sorted. */
export function rowColour({ key, kind }: Pick<ReportRow, 'key' | 'kind'>, place: number): string {
  return kind === 'value' ? keyColour(key, place) : kind === 'other' ? 'var(--ink-3)' : 'var(--line-strong)';
}
