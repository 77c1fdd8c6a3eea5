import type { AttributionReport } from '@spectacle/server/answers';
import type { ReactNode } from 'react';
import { fraction, percentage } from '../display/fraction.ts';
import { money } from '../display/money.ts';
import { compareRows } from './comparison.ts';
import { rowLabel } from './RowName.tsx';

/** What the report says, in one sentence. */
export function answerOf(report: AttributionReport): ReactNode {
  const top = report.rows.find((row) => row.kind === 'value');
  const { currency, total } = report;
  if (!top || (total.visits === 0 && total.leads === 0)) return '';
  if (top.revenue > 0) {
    return (
      <>
        {rowLabel(top, report.by)} earned the most, <span className="num">{money(top.revenue, currency)}</span>
        <span className="text-ink-3">
          {' '}
          or {percentage(top.revenue / total.revenue)} of {money(total.revenue, currency)}
        </span>
      </>
    );
  }
  if (total.leads > 0) {
    const most = report.rows.filter(({ kind }) => kind === 'value').toSorted((a, b) => b.leads - a.leads)[0] ?? top;
    return `No revenue yet; ${rowLabel(most, report.by)} brought the most leads, ${fraction(most.leads)} of ${fraction(total.leads)}`;
  }
  return `No leads in these days; most visits came by ${rowLabel(top, report.by)}`;
}

/** What the two sides of a comparison are called. */
export interface Labels {
  now: string;
  beside: string;
  /** The other one in a sentence, after "less than". */
  than: string;
}

/** Where two reports differ most, in one sentence. */
export function differenceOf(now: AttributionReport, beside: AttributionReport, labels: Labels): ReactNode {
  const most = compareRows(now.rows, beside.rows)
    .filter((row) => row.kind === 'value')
    .toSorted((a, b) => Math.abs(b.now.revenue - b.beside.revenue) - Math.abs(a.now.revenue - a.beside.revenue))[0];
  if (!most || most.now.revenue === most.beside.revenue) return `${labels.now} and ${labels.beside} say the same`;
  const difference = most.now.revenue - most.beside.revenue;
  const amount = `${money(Math.abs(difference), now.currency)} ${difference > 0 ? 'more' : 'less'}`;
  return now.model === beside.model ? (
    <>
      {rowLabel(most, now.by)} differs most, <span className="num">{amount}</span>
      <span className="text-ink-3"> than {labels.than}</span>
    </>
  ) : (
    <>
      {labels.now} gives {rowLabel(most, now.by)} <span className="num">{amount}</span>
      <span className="text-ink-3"> than {labels.beside}</span>
    </>
  );
}
