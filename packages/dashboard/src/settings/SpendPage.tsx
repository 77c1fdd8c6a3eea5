import type { SpendList } from '@spectacle/server/answers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { money } from '../display/money.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { Lacking } from '../session/Lacking.tsx';
import { useMay, useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';
import { CsvUpload } from './CsvUpload.tsx';
import { RemoveDays } from './RemoveDays.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

const example = `date,source,medium,campaign,cost,currency
2026-03-01,google,cpc,brand,120.50,USD
2026-03-01,linkedin,paid-social,retargeting,80.00,USD`;

/** What ads cost, by day: sent as a file, looked at, removed. */
export function SpendPage() {
  const { path } = useWorkspace();
  const mayWrite = useMay('change');
  const spend = useInfiniteQuery({
    queryKey: ['spend', path],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<SpendList>(
        `${path}/spend?limit=100${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`,
        {
          signal,
        },
      ),
    getNextPageParam: (page) => page.next,
  });
  const rows = spend.data?.pages.flatMap((page) => page.spend) ?? [];
  return (
    <SettingsFrame
      title="Ad spend"
      lead="What your ads cost, so that attribution can say what a customer costs (CAC) and what a unit of spend returns (ROAS)."
    >
      {mayWrite ? (
        <CsvUpload path={`${path}/spend`} method="POST" example={example} noun="row" changes="spend">
          Source, medium and campaign as in the links of the ads. The same day, source, medium and campaign sent again
          replaces what was sent before.
        </CsvUpload>
      ) : (
        <Lacking right="change" what="send files or remove what is here" />
      )}
      <div className="mt-8 flex min-h-8 items-center gap-2">
        <h2 className="text-sm font-semibold">Known so far</h2>
        <span className="ml-auto flex gap-1">
          {rows.length > 0 && <ExportButton path={`${path}/spend`} file="spend.csv" />}
          {mayWrite && rows.length > 0 && <RemoveDays path={`${path}/spend`} what="ad spend" changes="spend" />}
        </span>
      </div>
      {spend.error ? (
        <Failure error={spend.error} retry={() => void spend.refetch()} />
      ) : spend.isPending ? (
        <div role="status" aria-label="Loading" className="skeleton mt-2 h-40" />
      ) : rows.length === 0 ? (
        <p className="mt-1 text-sm text-ink-2">
          Nothing yet. Send a file like the one above, from any of your ad platforms.
        </p>
      ) : (
        <SidewaysScroll label="Ad spend by day" className="mt-1 max-h-[480px]">
          <table className="num w-full border-separate border-spacing-0 text-sm">
            <thead>
              <tr className="text-left text-xs text-ink-3 [&>th]:sticky [&>th]:top-0 [&>th]:h-8 [&>th]:border-b [&>th]:bg-page [&>th]:pr-4 [&>th]:font-medium">
                <th scope="col">Day</th>
                <th scope="col">Source</th>
                <th scope="col">Medium</th>
                <th scope="col">Campaign</th>
                <th scope="col" className="text-right">
                  Cost
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr
                  key={[row.date, row.source, row.medium, row.campaign, row.channel].join('\n')}
                  className="h-8 hover:bg-hover [&>td]:border-b [&>td]:pr-4"
                >
                  <td className="whitespace-nowrap">{row.date}</td>
                  <td>{row.source || row.channel}</td>
                  <td className="whitespace-nowrap">{row.medium}</td>
                  <td className="max-w-56 truncate" title={row.campaign}>
                    {row.campaign}
                  </td>
                  <td className="text-right whitespace-nowrap">{money(row.amount, row.currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SidewaysScroll>
      )}
      {spend.hasNextPage && (
        <Button
          size="small"
          className="mt-3"
          disabled={spend.isFetchingNextPage}
          onClick={() => void spend.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </SettingsFrame>
  );
}
