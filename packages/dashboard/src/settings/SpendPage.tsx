import type { SpendList, SpendVerdict } from '@spectacle/server/answers';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { request } from '../api/request.ts';
import { counted } from '../display/count.ts';
import { money } from '../display/money.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { Lacking } from '../session/Lacking.tsx';
import { useMay, useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { Code } from '../ui/Code.tsx';
import { Failure } from '../ui/Failure.tsx';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';
import { RemoveSpend } from './RemoveSpend.tsx';
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
      {mayWrite ? <Upload path={path} /> : <Lacking right="change" what="send files or remove what is here" />}
      <div className="mt-8 flex min-h-8 items-center gap-2">
        <h2 className="text-sm font-semibold">Known so far</h2>
        <span className="ml-auto flex gap-1">
          {rows.length > 0 && <ExportButton path={`${path}/spend`} file="spend.csv" />}
          {mayWrite && rows.length > 0 && <RemoveSpend path={path} />}
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
                  <td>{row.medium}</td>
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

function Upload({ path }: { path: string }) {
  const id = useId();
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: async (file: File) =>
      request<SpendVerdict>(`${path}/spend`, { method: 'POST', csv: await file.text() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['spend'] });
      await client.invalidateQueries({ queryKey: ['report'] });
    },
  });
  return (
    <div className="mt-6">
      <Code text={example} />
      <p className="mt-2 text-xs text-ink-3">
        Source, medium and campaign as in the links of the ads. The same day, source, medium and campaign sent again
        replaces what was sent before.
      </p>
      <label
        htmlFor={id}
        className="mt-3 inline-flex h-8 cursor-pointer items-center rounded-md bg-accent px-3 text-sm font-medium text-on-accent focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:brightness-110"
      >
        {upload.isPending ? 'Sending …' : 'Choose a CSV file'}
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          className="sr-only"
          disabled={upload.isPending}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) upload.mutate(file);
            // So that the same file, mended, can be chosen again.
            event.target.value = '';
          }}
        />
      </label>
      {upload.error && (
        <p role="alert" className="mt-3 text-sm text-bad">
          {upload.error.message}
        </p>
      )}
      {upload.data && (
        <div role="status" className="mt-3 rounded-lg bg-side px-4 py-3 text-sm">
          <p className="font-medium">
            {counted(upload.data.accepted, 'row')} kept
            {upload.data.rejected.length > 0 && `, ${counted(upload.data.rejected.length, 'row')} not`}.
          </p>
          <ul className="mt-1 text-xs text-ink-2">
            {upload.data.rejected.slice(0, 20).map((row) => (
              <li key={row.line}>
                Line {row.line}: {row.message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
