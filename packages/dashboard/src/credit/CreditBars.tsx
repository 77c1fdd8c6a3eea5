import type { Journey, Model } from '@spectacle/server/answers';
import { keyColour } from '../charts/keyColour.ts';
import { count } from '../display/count.ts';
import { percentage } from '../display/fraction.ts';
import { money } from '../display/money.ts';
import { type CreditKey, creditBy } from './creditBy.ts';

/** The parts of a journey as bars, the largest first. */
export function CreditBars({ journey, model, by }: { journey: Journey; model: Model; by: CreditKey }) {
  const rows = creditBy(journey.visits, model, by);
  const most = Math.max(...rows.map((row) => row.share), Number.EPSILON);
  return (
    <table className="num w-full text-sm">
      <caption className="sr-only">Credit by {by}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{by}</th>
          <th scope="col">Part</th>
          <th scope="col">Visits</th>
          <th scope="col">Share</th>
          <th scope="col">Revenue</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={row.key} className="h-8">
            <th scope="row" className="w-44 max-w-40 truncate pr-3 pl-4 text-left font-medium" title={row.key}>
              {row.key}
            </th>
            <td className="w-1/2 max-sm:hidden">
              <span
                aria-hidden="true"
                className="block h-3 min-w-px rounded-sm"
                style={{ width: `${((row.share / most) * 100).toFixed(2)}%`, background: keyColour(row.key, place) }}
              />
            </td>
            <td className="px-3 text-right whitespace-nowrap text-ink-3">{count(row.visits)} ×</td>
            <td className="w-16 text-right">{percentage(row.share)}</td>
            <td className="w-28 pr-4 pl-3 text-right whitespace-nowrap">{money(row.revenue, journey.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
