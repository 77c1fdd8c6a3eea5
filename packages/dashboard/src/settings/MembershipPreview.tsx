import type { MembershipPreview as Preview, Settings } from '@spectacle/server/answers';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { request } from '../api/request.ts';
import { count, counted } from '../display/count.ts';
import { money } from '../display/money.ts';
import { useWorkspace } from '../session/session.ts';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';

/** Which companies' numbers change with another membership mode, before it is saved. */
export function MembershipPreview({ to }: { to: Settings['membership'] }) {
  const { path, settings } = useWorkspace();
  const preview = useQuery({
    queryKey: ['membership preview', path],
    queryFn: ({ signal }) => request<Preview>(`${path}/settings/membership`, { signal }),
  });
  if (preview.error) return <p className="mb-5 text-xs text-bad">{preview.error.message}</p>;
  if (!preview.data) return <div role="status" aria-label="Loading" className="skeleton mb-5 h-24" />;
  const { membership: from, companies, changed, movers, groups } = preview.data;
  return (
    <div role="status" className="num mb-5 rounded-lg bg-side px-4 py-3 text-xs">
      <p className="text-sm font-medium">
        {changed === 0
          ? 'No company’s numbers would change.'
          : `${count(changed)} of ${counted(companies, 'company', 'companies')} would have other numbers.`}
      </p>
      <p className="mt-0.5 text-ink-2">
        {movers === 0
          ? 'Nobody was ever in more than one company.'
          : `${counted(movers, 'person was', 'people were')} in more than one; only what they did counts elsewhere.`}
      </p>
      {groups.length > 0 && (
        <SidewaysScroll label="Companies that change most" className="mt-2 max-h-60">
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr className="text-left text-ink-3 [&>th]:h-7 [&>th]:border-b [&>th]:font-medium [&>th:not(:last-child)]:pr-6">
                <th scope="col">Company</th>
                <th scope="col" className="text-right">
                  Events
                </th>
                <th scope="col" className="text-right">
                  Visits
                </th>
                <th scope="col" className="text-right">
                  Revenue
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ groupId, name, ...modes }) => (
                <tr key={groupId} className="[&>*]:border-b [&>*]:py-1 [&>*:not(:last-child)]:pr-6">
                  <th scope="row" className="max-w-40 truncate text-left font-normal">
                    <Link to="/companies/$groupId" params={{ groupId }} className="hover:underline">
                      {name ?? groupId}
                    </Link>
                  </th>
                  <Change from={modes[from].events} to={modes[to].events} text={count} />
                  <Change from={modes[from].visits} to={modes[to].visits} text={count} />
                  <Change
                    from={modes[from].revenue}
                    to={modes[to].revenue}
                    text={(amount) => money(amount, settings.currency)}
                  />
                </tr>
              ))}
            </tbody>
          </table>
        </SidewaysScroll>
      )}
      {changed > groups.length && <p className="mt-1.5 text-ink-3">Those that change most.</p>}
    </div>
  );
}

function Change({ from, to, text }: { from: number; to: number; text: (value: number) => string }) {
  return (
    <td className={`text-right whitespace-nowrap ${from === to ? 'text-ink-3' : ''}`}>
      {from === to ? text(from) : `${text(from)} → ${text(to)}`}
    </td>
  );
}
