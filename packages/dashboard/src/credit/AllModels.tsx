import type { Journey } from '@spectacle/server/answers';
import { models } from '../attribution/models.ts';
import { percentage } from '../display/fraction.ts';
import { money } from '../display/money.ts';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';
import { type CreditKey, creditBy } from './creditBy.ts';

/** Every model side by side: what each gives to a channel; the darker, the more. The cents are on hover. */
export function AllModels({ journey, by }: { journey: Journey; by: CreditKey }) {
  const columns = models.map(({ model, label, says }) => ({
    model,
    label,
    says,
    rows: creditBy(journey.visits, model, by),
  }));
  const keys = creditBy(journey.visits, 'linear', by).map((row) => row.key);
  return (
    <SidewaysScroll label="All models side by side">
      <table className="num w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-xs text-ink-3 [&>th]:h-8 [&>th]:border-b [&>th]:px-2 [&>th]:font-medium">
            <th scope="col" className="sticky left-0 bg-page text-left !px-4">
              <span className="sr-only">{by}</span>
            </th>
            {columns.map(({ model, label, says }) => (
              <th key={model} scope="col" title={says} className="text-right whitespace-nowrap">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key} className="h-8">
              <th scope="row" className="sticky left-0 max-w-40 truncate bg-page px-4 text-left font-medium">
                {key}
              </th>
              {columns.map(({ model, rows }) => {
                const row = rows.find((each) => each.key === key);
                return (
                  <td
                    key={model}
                    title={row && money(row.revenue, journey.currency)}
                    className="px-2 text-right"
                    style={{
                      background: `color-mix(in oklab, var(--accent) ${Math.round((row?.share ?? 0) * 22)}%, transparent)`,
                    }}
                  >
                    {row && row.share > 0 ? percentage(row.share) : <span className="text-ink-3">–</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </SidewaysScroll>
  );
}
