import type { AttributionReport } from '@spectacle/server/answers';
import { money } from '../display/money.ts';
import { useRowKeys } from '../table/useRowKeys.ts';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';
import { breakdownLabel } from './breakdowns.ts';
import { type ReportRow, rowName, sortRows } from './comparison.ts';
import { type Measure, measures, measureText } from './measures.ts';
import { RowHead } from './RowHead.tsx';
import { rowLabel } from './RowName.tsx';
import { SortHead } from './SortHead.tsx';

export interface AttributionTableProps {
  report: AttributionReport;
  sort: string | undefined;
  setSort: (sort: string | undefined) => void;
  /** The name of the row whose journeys are open. */
  opened: string | undefined;
  open: (row: ReportRow) => void;
}

const scrollTo = () => {};

/** The rows of a report, ranked, with a footer that adds them up. */
export function AttributionTable({ report, sort, setSort, opened, open }: AttributionTableProps) {
  const shown = measures.filter((measure) => !measure.spend || report.total.spend !== null);
  const rows = sortRows(
    report.rows,
    sort,
    (row, measure) => row[measure as keyof ReportRow & Measure['name']] ?? null,
    (row) => rowLabel(row, report.by),
  );
  const [, setActive] = useRowKeys({
    count: rows.length,
    scrollTo,
    open: (index) => rows[index] && open(rows[index]),
  });
  const most = Math.max(...report.rows.map((row) => row.revenue), 1);
  const sum = report.rows.reduce((total, row) => total + row.revenue, 0);
  return (
    <SidewaysScroll label="Attribution, row by row">
      <table className="num w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-left [&>th]:border-b">
            <SortHead
              label={breakdownLabel(report.by)}
              field="key"
              numeric={false}
              sort={sort}
              setSort={setSort}
              className="sticky left-0 bg-page"
            />
            {shown.map((measure) => (
              <SortHead
                key={measure.name}
                label={measure.label}
                title={measure.says}
                field={measure.name}
                sort={sort}
                setSort={setSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={rowName(row)}
              onClick={() => row.kind !== 'other' && open(row)}
              className={`group h-9 cursor-default hover:bg-hover [&>*]:border-b ${opened === rowName(row) ? 'bg-accent-soft' : 'bg-page'}`}
            >
              <RowHead
                row={row}
                by={report.by}
                index={index}
                place={report.rows.indexOf(row)}
                reached={() => setActive(index)}
              />
              {shown.map((measure) => (
                <td
                  key={measure.name}
                  className={`relative px-3 text-right whitespace-nowrap ${measure.name === 'revenue' ? 'min-w-40' : ''}`}
                >
                  {measure.name === 'revenue' && row.revenue > 0 && (
                    <span
                      aria-hidden="true"
                      className="absolute inset-y-1.5 left-1.5 rounded bg-accent-soft"
                      style={{ width: `calc((100% - 12px) * ${(row.revenue / most).toFixed(4)})` }}
                    />
                  )}
                  <span className="relative">{measureText(measure, row[measure.name], report.currency)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="h-10 font-semibold">
            <th scope="row" className="sticky left-0 bg-page pr-3 pl-4 text-left">
              Total
            </th>
            {shown.map((measure) => (
              <td key={measure.name} className="px-3 text-right whitespace-nowrap">
                {measureText(measure, report.total[measure.name], report.currency)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="num sticky left-0 px-4 pt-1 pb-4 text-xs text-ink-3">
        The rows add up to {money(sum, report.currency)} of {money(report.total.revenue, report.currency)}.
      </p>
    </SidewaysScroll>
  );
}
