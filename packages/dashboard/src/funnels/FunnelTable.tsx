import type { FunnelReport } from '@spectacle/server/answers';
import { count } from '../display/count.ts';
import { percentage } from '../display/fraction.ts';
import { breakdownHead } from '../report/breakdownLabel.ts';
import { patternLabel } from '../report/eventPattern.ts';
import { valueLabel } from '../report/valueLabel.ts';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';

/** The rows of a funnel that is broken down, or all in one: how many at each step, and how many of them got through. */
export function FunnelTable({ report }: { report: FunnelReport }) {
  const rows = report.by === '' ? [] : report.rows;
  return (
    <SidewaysScroll label="Funnel in numbers">
      <table className="num w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-xs text-ink-3 [&>th]:h-8 [&>th]:border-b [&>th]:px-3 [&>th]:font-medium [&>:first-child]:pl-4 [&>:last-child]:pr-4">
            <th scope="col" className="sticky left-0 bg-page text-left">
              {report.by === '' ? 'Of' : breakdownHead(report.by)}
            </th>
            {report.steps.map((step, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: the same event may be two steps
                key={index}
                scope="col"
                className="max-w-40 truncate text-right"
              >
                {index + 1} {patternLabel(step)}
              </th>
            ))}
            <th scope="col" className="text-right">
              Got through
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, kind, counts }) => (
            <Row key={`${kind} ${key}`} name={valueLabel(report.by, key)} counts={counts} />
          ))}
        </tbody>
        <tfoot>
          <Row name={report.level === 'group' ? 'All companies' : 'All people'} counts={report.total.counts} strong />
        </tfoot>
      </table>
    </SidewaysScroll>
  );
}

function Row({ name, counts, strong = false }: { name: string; counts: number[]; strong?: boolean }) {
  const first = counts[0] ?? 0;
  const through = first === 0 ? 0 : (counts.at(-1) ?? 0) / first;
  return (
    <tr
      className={`h-9 [&>*]:border-b [&>*]:px-3 [&>:first-child]:pl-4 [&>:last-child]:pr-4 [&>td]:text-right ${strong ? 'font-semibold' : 'hover:bg-hover'}`}
    >
      <th
        scope="row"
        className={`sticky left-0 max-w-56 truncate bg-page text-left ${strong ? 'font-semibold' : 'font-normal'}`}
        title={name}
      >
        {name}
      </th>
      {counts.map((number, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps in their order
        <td key={index}>
          {count(number)}
          {index > 0 && first > 0 && (
            <span className="ml-1.5 text-xs font-normal text-ink-3">{percentage(number / first)}</span>
          )}
        </td>
      ))}
      <td className="relative min-w-28">
        <span
          aria-hidden="true"
          className="absolute inset-y-1.5 left-1.5 rounded bg-accent-soft"
          style={{ width: `calc((100% - 12px) * ${through.toFixed(4)})` }}
        />
        <span className="relative">{percentage(through)}</span>
      </td>
    </tr>
  );
}
