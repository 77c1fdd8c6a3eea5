import type { GroupList, GroupSummary, Period } from '@spectacle/server/answers';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ChartNoAxesColumn } from 'lucide-react';
import { shortDate } from '../display/time.ts';
import type { Days } from '../range/days.ts';
import { useBeginning } from '../range/useBeginning.ts';
import { useToday } from '../range/useToday.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { ReportFrame } from '../report/ReportFrame.tsx';
import { useWorkspace } from '../session/session.ts';
import { TableSkeleton } from '../table/TableSkeleton.tsx';
import { useTraitFields } from '../table/useTraitFields.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failure } from '../ui/Failure.tsx';
import { answerOf, differenceOf, type Labels } from './AttributionAnswer.tsx';
import { AttributionControls } from './AttributionControls.tsx';
import { AttributionTable } from './AttributionTable.tsx';
import { attributionQuery } from './attributionQuery.ts';
import {
  type AttributionSearch,
  comparedQuestion,
  type Question,
  questionOf,
  questionParams,
} from './attributionSearch.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { type ReportRow, rowName } from './comparison.ts';
import { JourneysBehind } from './JourneysBehind.tsx';
import { measureOf } from './measures.ts';
import { modelLabel } from './models.ts';
import { OverTime } from './OverTime.tsx';
import { SlopeChart } from './SlopeChart.tsx';
import { UnattributedHint } from './UnattributedHint.tsx';
import { Unconverted } from './Unconverted.tsx';

/** Which visits earned the leads, customers and revenue: ranked, over time, and against another model or other days. */
export function AttributionPage() {
  const search = useSearch({ from: '/attribution' });
  const navigate = useNavigate({ from: '/attribution' });
  const { path, settings } = useWorkspace();
  const today = useToday();
  const question = questionOf(search, settings.level, today, settings.timeZone);
  const other = comparedQuestion(question, search.compare, today);
  const days = useBeginning(question.days, today);
  const traits = useTraitFields<GroupList, GroupSummary>('groups', (page) => page.groups);
  const report = useQuery({ ...attributionQuery(path, question), placeholderData: keepPreviousData });
  const beside = useQuery({ ...attributionQuery(path, other ?? question), enabled: other !== null });
  const set = (part: Partial<AttributionSearch>) => void navigate({ search: { ...search, ...part }, replace: true });
  const open = (row: Pick<ReportRow, 'kind' | 'key'>) => set({ row: rowName(row) });
  const labels = other ? labelsOf(question, other, search.asOf) : null;
  const error = report.error ?? (other ? beside.error : null);
  const names = (report.data?.rows ?? []).filter((row) => row.kind !== 'other').map(rowName);
  const step = (by: 1 | -1) => {
    const next = names[names.indexOf(search.row ?? '') + by];
    if (next !== undefined) set({ row: next });
  };
  const tables = { sort: search.sort, setSort: (sort: string | undefined) => set({ sort }), opened: search.row, open };
  // Where nothing was paid yet, leads are what there is to see.
  const usual = report.data?.total.revenue === 0 ? 'leads' : 'revenue';
  const charts = { measure: measureOf(search.measure ?? usual), setMeasure: (measure: string) => set({ measure }) };
  const chosen = { bucket: search.bucket, setBucket: (bucket: Period) => set({ bucket }) };
  return (
    <ReportFrame
      title="Attribution"
      page="attribution"
      actions={<ExportButton path={`${path}/reports/attribution?${questionParams(question)}`} file="attribution.csv" />}
      controls={
        <AttributionControls
          search={search}
          question={question}
          usualLevel={settings.level}
          traits={traits}
          today={today}
          set={set}
        />
      }
      answer={
        report.data && !error
          ? labels && beside.data
            ? differenceOf(report.data, beside.data, labels)
            : answerOf(report.data)
          : ''
      }
    >
      {error ? (
        <Failure error={error} retry={() => void (report.error ? report : beside).refetch()} />
      ) : !report.data || (other && !beside.data) ? (
        <>
          {question.asOf !== null && (
            <p role="status" className="px-4 pb-3 text-sm text-ink-2">
              Deriving what was known then. The first time this takes as long as deriving the workspace does.
            </p>
          )}
          <TableSkeleton rows={10} />
        </>
      ) : report.data.rows.length === 0 && !(other && beside.data && beside.data.rows.length > 0) ? (
        <Empty icon={<ChartNoAxesColumn size={18} />} title="Nobody came in these days">
          Choose a longer range. Visits appear here as soon as the script is on your site.
        </Empty>
      ) : (
        <>
          {report.data.unconverted.length > 0 && (
            <div className="px-4 pb-4">
              <Unconverted lacks={report.data.unconverted} />
            </div>
          )}
          <div
            className={`grid items-start border-t transition-opacity duration-100 xl:grid-cols-[minmax(0,1fr)_minmax(0,420px)] 2xl:grid-cols-[minmax(0,1fr)_minmax(0,620px)] min-[1900px]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] ${report.isPlaceholderData ? 'opacity-60' : ''}`}
          >
            <div className="min-w-0 max-xl:order-2 max-xl:border-t">
              {labels && other && beside.data ? (
                <ComparisonTable
                  now={report.data}
                  beside={beside.data}
                  labels={labels}
                  measure={charts.measure}
                  {...tables}
                />
              ) : (
                <AttributionTable report={report.data} {...tables} />
              )}
            </div>
            <div className="min-w-0 pb-4 xl:border-l">
              {labels && beside.data ? (
                <SlopeChart now={report.data} beside={beside.data} labels={labels} {...charts} />
              ) : (
                days && (
                  <OverTime
                    question={question}
                    days={days}
                    report={report.data}
                    {...charts}
                    {...chosen}
                    pick={(row) => set({ row })}
                  />
                )
              )}
            </div>
          </div>
        </>
      )}
      {search.row?.startsWith('value:') && (
        <JourneysBehind
          key={search.row}
          question={question}
          value={search.row.slice('value:'.length)}
          close={() => set({ row: undefined })}
          step={step}
        />
      )}
      {search.row === 'unattributed:' && (
        <UnattributedHint windowDays={settings.attributionWindowDays} close={() => set({ row: undefined })} />
      )}
    </ReportFrame>
  );
}

/** What the two sides of a comparison are called: by what was known, by model, or by their days. */
function labelsOf(question: Question, other: Question, asOf: string | undefined): Labels {
  if (question.asOf !== other.asOf) {
    return { now: `Known ${dayText(asOf ?? '')}`, beside: 'Known today', than: 'is known today' };
  }
  if (question.model !== other.model) {
    const beside = modelLabel(other.model);
    return { now: modelLabel(question.model), beside, than: beside };
  }
  const words = (days: Days | null) => (days === null ? 'All time' : `${dayText(days.from)} – ${dayText(days.to)}`);
  return { now: words(question.days), beside: words(other.days), than: `in ${words(other.days)}` };
}

function dayText(day: string): string {
  return shortDate(`${day}T12:00:00Z`, 'UTC');
}
