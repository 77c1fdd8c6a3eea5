import type { AttributionReport } from '@spectacle/server/answers';
import { changeOf } from '../display/fraction.ts';
import { useRowKeys } from '../table/useRowKeys.ts';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';
import { breakdownLabel } from './breakdowns.ts';
import { type ComparedRow, compareRows, type ReportRow, rowName, sortRows } from './comparison.ts';
import { type Measure, measureOf, measures, measureText } from './measures.ts';
import { RowHead } from './RowHead.tsx';
import { rowLabel } from './RowName.tsx';
import { SortHead } from './SortHead.tsx';

export interface ComparisonTableProps {
  now: AttributionReport;
  beside: AttributionReport;
  /** What the two are called: models, or ranges. */
  labels: { now: string; beside: string };
  sort: string | undefined;
  setSort: (sort: string | undefined) => void;
  opened: string | undefined;
  open: (row: Pick<ReportRow, 'kind' | 'key'>) => void;
  /** What the chart beside it shows: compared too. */
  measure: Measure;
}

const scrollTo = () => {};

/** Two reports side by side, measure by measure, and what their difference is. */
export function ComparisonTable({
  now,
  beside,
  labels,
  sort,
  setSort,
  opened,
  open,
  measure: shown,
}: ComparisonTableProps) {
  const compared = measures.filter(({ name }) => name === 'leads' || name === 'revenue' || name === shown.name);
  const all = compareRows(now.rows, beside.rows);
  const rows = sortRows(
    all,
    sort,
    (row, field) => row.now[measureOf(field).name],
    (row) => rowLabel(row, now.by),
  );
  const [, setActive] = useRowKeys({ count: rows.length, scrollTo, open: (index) => rows[index] && open(rows[index]) });
  return (
    <SidewaysScroll label="Two reports side by side" className="pb-4">
      <table className="num w-full border-separate border-spacing-0 text-sm">
        <thead className="[&_th]:border-b">
          <tr className="text-left">
            <SortHead
              label={breakdownLabel(now.by)}
              field="key"
              numeric={false}
              sort={sort}
              setSort={setSort}
              className="sticky left-0 bg-page"
            />
            {compared.map((measure) => [
              <SortHead
                key={measure.name}
                label={`${measure.label}, ${labels.now}`}
                field={measure.name}
                sort={sort}
                setSort={setSort}
              />,
              <th
                key={`${measure.name} beside`}
                scope="col"
                className="px-3 text-right text-xs font-medium whitespace-nowrap text-ink-3"
              >
                {labels.beside}
              </th>,
            ])}
            <th scope="col" className="px-3 text-right text-xs font-medium whitespace-nowrap text-ink-3">
              Revenue, change
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={rowName(row)}
              onClick={() => row.kind !== 'other' && open(row)}
              className={`group h-9 cursor-default hover:bg-hover [&>*]:border-b ${opened === rowName(row) ? 'bg-accent-soft' : 'bg-page'}`}
            >
              <RowHead row={row} by={now.by} index={index} place={all.indexOf(row)} reached={() => setActive(index)} />
              {compared.map((measure) => [
                <td key={measure.name} className="px-3 text-right whitespace-nowrap">
                  {measureText(measure, row.now[measure.name], now.currency)}
                </td>,
                <td key={`${measure.name} beside`} className="px-3 text-right whitespace-nowrap text-ink-2">
                  {measureText(measure, row.beside[measure.name], now.currency)}
                </td>,
              ])}
              <Change row={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="h-10 font-semibold">
            <th scope="row" className="sticky left-0 bg-page pr-3 pl-4 text-left">
              Total
            </th>
            {compared.map((measure) => [
              <td key={measure.name} className="px-3 text-right whitespace-nowrap">
                {measureText(measure, now.total[measure.name], now.currency)}
              </td>,
              <td key={`${measure.name} beside`} className="px-3 text-right whitespace-nowrap text-ink-2">
                {measureText(measure, beside.total[measure.name], now.currency)}
              </td>,
            ])}
            <Change row={{ now: now.total, beside: beside.total }} />
          </tr>
        </tfoot>
      </table>
    </SidewaysScroll>
  );
}

function Change({ row }: { row: Pick<ComparedRow, 'now' | 'beside'> }) {
  const text = changeOf(row.beside.revenue, row.now.revenue);
  const difference = row.now.revenue - row.beside.revenue;
  const tone = difference > 0 ? 'text-good' : difference < 0 ? 'text-bad' : 'text-ink-3';
  return <td className={`px-3 text-right whitespace-nowrap ${tone}`}>{text ?? (difference === 0 ? '–' : 'new')}</td>;
}
