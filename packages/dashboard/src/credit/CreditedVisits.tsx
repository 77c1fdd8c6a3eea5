import type { Journey, Model } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { ChannelChip } from '../channels/ChannelChip.tsx';
import { percentage } from '../display/fraction.ts';
import { money } from '../display/money.ts';
import { When } from '../display/When.tsx';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';

export interface CreditedVisitsProps {
  journey: Journey;
  model: Model;
  nameOf: (personId: string) => string;
}

/** Every visit of the journey in its order, with what it has earned. */
export function CreditedVisits({ journey, model, nameOf }: CreditedVisitsProps) {
  return (
    <SidewaysScroll label="Visits with their credit" className="max-h-96">
      <table className="num w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-xs text-ink-3 [&>th]:sticky [&>th]:top-0 [&>th]:h-8 [&>th]:border-b [&>th]:bg-page [&>th]:px-3 [&>th]:font-medium">
            <th scope="col" className="text-left">
              When
            </th>
            <th scope="col" className="text-left">
              Who
            </th>
            <th scope="col" className="text-left">
              Came by
            </th>
            <th scope="col" className="text-right">
              Share
            </th>
            <th scope="col" className="text-right">
              Revenue
            </th>
          </tr>
        </thead>
        <tbody>
          {journey.visits.map((visit) => (
            <tr key={visit.messageId} className="h-8 hover:bg-hover [&>td]:border-b [&>td]:px-3">
              <td className="whitespace-nowrap">
                <Link
                  to="."
                  search={(search: Record<string, unknown>) => ({ ...search, event: visit.messageId })}
                  className="hover:underline"
                >
                  <When time={visit.timestamp} as="date" />
                </Link>
              </td>
              <td className="max-w-40 truncate text-ink-2">{nameOf(visit.personId)}</td>
              <td className="max-w-72">
                <ChannelChip touch={visit} />
              </td>
              <td className="text-right">{percentage(visit.credit[model].share)}</td>
              <td className="text-right whitespace-nowrap">{money(visit.credit[model].revenue, journey.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SidewaysScroll>
  );
}
