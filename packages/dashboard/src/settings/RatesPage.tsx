import type { AttributionReport, RateList } from '@spectacle/server/answers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { Unconverted } from '../attribution/Unconverted.tsx';
import { daysOf } from '../range/days.ts';
import { RangeChoice } from '../range/RangeChoice.tsx';
import { useToday } from '../range/useToday.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { useReport } from '../report/useReport.ts';
import { Lacking } from '../session/Lacking.tsx';
import { useMay, useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';
import { CsvUpload } from './CsvUpload.tsx';
import { RemoveDays } from './RemoveDays.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

const example = `Date,USD,JPY,GBP
2026-05-29,1.0873,170.5,0.8412
2026-05-28,1.0851,169.9,0.8420`;

/** What other currencies are worth, by day: sent as a file, looked at, removed. */
export function RatesPage() {
  const { path, settings } = useWorkspace();
  const mayWrite = useMay('administer');
  const today = useToday();
  const [range, setRange] = useState('90d');
  const days = daysOf(range, today);
  const shown = new URLSearchParams({ limit: '1000', ...days });
  const rates = useInfiniteQuery({
    queryKey: ['rates', path, range],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<RateList>(`${path}/rates?${shown}${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`, {
        signal,
      }),
    getNextPageParam: (page) => page.next,
  });
  const report = useReport<AttributionReport>(`${path}/reports/attribution?limit=1`);
  // The API begins with the oldest day; who looks wants to know whether the newest is there.
  const rows = (rates.data?.pages.flatMap((page) => page.rates) ?? []).toReversed();
  return (
    <SettingsFrame
      title="Exchange rates"
      lead={`Payments and ad spend in other currencies count in ${settings.currency}, at the rate of their day or the last one within seven days before.`}
    >
      <div className="mt-4 empty:hidden">
        <Unconverted lacks={report.data?.unconverted ?? []} link={false} />
      </div>
      {mayWrite ? (
        <CsvUpload path={`${path}/rates`} method="PUT" example={example} noun="rate" changes="rates">
          Units for one euro, a column for each currency: the very file that the European Central Bank publishes every
          working day. Unpack{' '}
          <a
            href="https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"
            className="text-accent-ink underline underline-offset-2"
          >
            eurofxref-hist.zip
          </a>{' '}
          and send it as it is; from then on that of the day. Or columns <code>date</code>, <code>currency</code>,{' '}
          <code>rate</code> of your own. A day sent again replaces what was sent before.
        </CsvUpload>
      ) : (
        <Lacking right="administer" what="send rates or remove them" />
      )}
      <div className="mt-8 flex min-h-8 items-center gap-2">
        <h2 className="text-sm font-semibold">Known so far</h2>
        <RangeChoice range={range} days={days} today={today} set={setRange} />
        <span className="ml-auto flex gap-1">
          {rows.length > 0 && <ExportButton path={`${path}/rates`} file="rates.csv" />}
          {mayWrite && rows.length > 0 && <RemoveDays path={`${path}/rates`} what="exchange rates" changes="rates" />}
        </span>
      </div>
      {rates.error ? (
        <Failure error={rates.error} retry={() => void rates.refetch()} />
      ) : rates.isPending ? (
        <div role="status" aria-label="Loading" className="skeleton mt-2 h-40" />
      ) : rows.length === 0 ? (
        <p className="mt-1 text-sm text-ink-2">
          {days === null ? 'None yet.' : 'None in these days.'} As long as everything is paid in {settings.currency},
          none is needed.
        </p>
      ) : (
        <SidewaysScroll label="Exchange rates by day" className="mt-1 max-h-[480px]">
          <table className="num w-full border-separate border-spacing-0 text-sm">
            <thead>
              <tr className="text-left text-xs text-ink-3 [&>th]:sticky [&>th]:top-0 [&>th]:h-8 [&>th]:border-b [&>th]:bg-page [&>th]:pr-4 [&>th]:font-medium">
                <th scope="col">Day</th>
                <th scope="col">Currency</th>
                <th scope="col" className="text-right">
                  For one euro
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ date, currency, rate }) => (
                <tr key={`${date} ${currency}`} className="h-8 hover:bg-hover [&>td]:border-b [&>td]:pr-4">
                  <td className="whitespace-nowrap">{date}</td>
                  <td>{currency}</td>
                  <td className="text-right">{rate}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SidewaysScroll>
      )}
      {rates.hasNextPage && (
        <Button
          size="small"
          className="mt-3"
          disabled={rates.isFetchingNextPage}
          onClick={() => void rates.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </SettingsFrame>
  );
}
