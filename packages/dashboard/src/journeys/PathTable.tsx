import type { PathReport } from '@spectacle/server/answers';
import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { keyColour } from '../charts/keyColour.ts';
import { count } from '../display/count.ts';
import { percentage } from '../display/fraction.ts';
import { money } from '../display/money.ts';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';

export interface PathTableProps {
  report: PathReport;
  rows: PathReport['rows'];
  noun: string;
}

/** The ways they came, the commonest first, and what became of those who took them. */
export function PathTable({ report, rows, noun }: PathTableProps) {
  const most = Math.max(...report.rows.map((row) => row.entities), 1);
  return (
    <SidewaysScroll label="Journeys, the most common first">
      <table className="num w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-xs text-ink-3 [&>th]:h-8 [&>th]:border-b [&>th]:px-3 [&>th]:font-medium [&>:first-child]:pl-4 [&>:last-child]:pr-4">
            <th scope="col" className="text-left">
              Journey
            </th>
            {[noun, 'Leads', 'Customers', 'Become customers', 'Revenue'].map((label) => (
              <th key={label} scope="col" className="text-right whitespace-nowrap">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.path.join('\n')}
              className="h-9 hover:bg-hover [&>*]:border-b [&>td]:px-3 [&>td]:text-right [&>:last-child]:pr-4"
            >
              <th scope="row" className="min-w-64 py-1.5 pr-3 pl-4 text-left font-normal">
                <span className="flex flex-wrap items-center gap-x-1 gap-y-0.5">
                  {row.path.map((key, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a path may come by one channel twice
                    <Fragment key={index}>
                      {index > 0 && <ChevronRight size={12} className="text-ink-3" aria-label="then" />}
                      <span className="inline-flex items-center gap-1.5">
                        <span className="size-2 shrink-0 rounded-full" style={{ background: keyColour(key, 0) }} />
                        <span className="max-w-48 truncate" title={key}>
                          {key}
                        </span>
                      </span>
                    </Fragment>
                  ))}
                </span>
              </th>
              <td className="relative min-w-28">
                <span
                  aria-hidden="true"
                  className="absolute inset-y-1.5 left-1.5 rounded bg-accent-soft"
                  style={{ width: `calc((100% - 12px) * ${(row.entities / most).toFixed(4)})` }}
                />
                <span className="relative">{count(row.entities)}</span>
              </td>
              <td>{count(row.leads)}</td>
              <td>{count(row.customers)}</td>
              <td>{percentage(row.customers / Math.max(row.entities, 1))}</td>
              <td className="whitespace-nowrap">{money(row.revenue, report.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SidewaysScroll>
  );
}
