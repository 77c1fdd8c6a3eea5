import type { TrendReport } from '@spectacle/server/answers';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ChartSpline } from 'lucide-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import { ChartOrTable } from '../charts/ChartOrTable.tsx';
import { keyColour } from '../charts/keyColour.ts';
import { linesOption } from '../charts/linesOption.ts';
import { NumbersTable } from '../charts/NumbersTable.tsx';
import { count, counted } from '../display/count.ts';
import { changeOf } from '../display/fraction.ts';
import { shortDate } from '../display/time.ts';
import { daysOf } from '../range/days.ts';
import { PeriodChoice } from '../range/PeriodChoice.tsx';
import { useToday } from '../range/useToday.ts';
import { breakdownLabel } from '../report/breakdownLabel.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { patternLabel, patternOf } from '../report/eventPattern.ts';
import { PatternChoice } from '../report/PatternChoice.tsx';
import { QuestionChoices } from '../report/QuestionChoices.tsx';
import { Report } from '../report/Report.tsx';
import { ReportFrame } from '../report/ReportFrame.tsx';
import { reportParams, usualRange } from '../report/reportSearch.ts';
import { useReport } from '../report/useReport.ts';
import { valueLabel } from '../report/valueLabel.ts';
import { periodOf } from '../retention/retentionSearch.ts';
import { useWorkspace } from '../session/session.ts';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { trendLines } from './trendLines.ts';
import { readTrendsSearch, type TrendMeasure, type TrendsSearch } from './trendsSearch.ts';

const nouns: Record<TrendMeasure, [one: string, many: string]> = {
  events: ['event', 'events'],
  people: ['person', 'people'],
  groups: ['company', 'companies'],
};
/** Lines one can still follow. */
const most = 8;
/** Pixels. */
const tall = 360;

/** How often something happens, and to how many, period by period. */
export function TrendsPage() {
  const search = useSearch({ from: '/trends' });
  const navigate = useNavigate({ from: '/trends' });
  const { path, settings } = useWorkspace();
  const today = useToday();
  const period = search.period ?? 'week';
  const measure = search.measure ?? 'events';
  const params = reportParams(search, settings.level, today);
  params.set('period', period);
  if (search.event) params.set('event', JSON.stringify(patternOf(search.event)));
  const address = `${path}/reports/trend?${params}`;
  const report = useReport<TrendReport>(address);
  const endsToday = (daysOf(search.range ?? usualRange, today)?.to ?? today) >= today;
  const set = (part: Partial<TrendsSearch>) => void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <ReportFrame
      title="Trends"
      page="trends"
      actions={<ExportButton path={address} file="trend.csv" />}
      controls={
        <>
          <PatternChoice label="Event" text={search.event} set={(event) => set({ event })} />
          <Choice
            label="Counted"
            value={measure}
            options={[
              { value: 'events', label: 'Events' },
              { value: 'people', label: 'People who did it' },
              { value: 'groups', label: 'Companies that did it' },
            ]}
            set={(value) => set({ measure: readTrendsSearch({ measure: value }).measure })}
          />
          <PeriodChoice label="Period" period={period} set={(value) => set({ period: periodOf(value) })} />
          <QuestionChoices search={search} set={set} />
        </>
      }
      answer={
        report.data
          ? answerOf(report.data, measure, search.event ? patternLabel(patternOf(search.event)) : null, endsToday)
          : ''
      }
    >
      <Report query={report}>
        {(answer) => {
          const trend = trendLines(answer.rows, measure);
          return trend.lines.every(({ total }) => total === 0) ? (
            <Empty icon={<ChartSpline size={18} />} title="It did not happen in these days">
              Choose another event, or a longer range.
            </Empty>
          ) : (
            <Found report={answer} measure={measure} endsToday={endsToday} />
          );
        }}
      </Report>
    </ReportFrame>
  );
}

interface FoundProps {
  report: TrendReport;
  measure: TrendMeasure;
  /** The last period is the present one. */
  endsToday: boolean;
}

function Found({ report, measure, endsToday }: FoundProps) {
  const trend = useMemo(() => trendLines(report.rows, measure), [report.rows, measure]);
  const labels = useMemo(() => trend.periods.map((first) => shortDate(`${first}T12:00:00Z`, 'UTC')), [trend.periods]);
  const broken = report.by !== '';
  const nameOf = useCallback((key: string) => (report.by === '' ? 'All' : valueLabel(report.by, key)), [report.by]);
  const option = useMemo(
    () =>
      linesOption({
        tall,
        labels,
        running: endsToday,
        lines: trend.lines.slice(0, most).map(({ key, values }, place) => ({
          id: `${place} ${key}`,
          name: nameOf(key),
          colour: broken ? keyColour(key, place) : 'var(--accent)',
          values,
        })),
        exact: count,
        short: count,
      }),
    [trend, labels, broken, endsToday, nameOf],
  );
  const [, many] = nouns[measure];
  return (
    <ChartOrTable
      title={`${many.slice(0, 1).toUpperCase()}${many.slice(1)}`}
      chart={
        <Chart
          option={option}
          height={tall}
          label={`${many} over ${counted(trend.periods.length, report.period)}. The table behind the switch has the numbers.`}
        />
      }
      table={
        <NumbersTable
          label={`${many} by ${report.period}`}
          head={['From', ...trend.lines.map(({ key }) => nameOf(key))]}
          rows={trend.periods
            .map((_, index) => ({
              name: labels[index] ?? '',
              numbers: trend.lines.map(({ values }) => count(values[index] ?? 0)),
            }))
            .toReversed()}
        />
      }
    />
  );
}

/** The last period that is over, against the one before it. */
function answerOf(report: TrendReport, measure: TrendMeasure, event: string | null, endsToday: boolean): ReactNode {
  const { periods, lines } = trendLines(report.rows, measure);
  const sums = periods.map((_, index) => lines.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const over = endsToday ? sums.slice(0, -1) : sums;
  const now = over.at(-1);
  const before = over.at(-2);
  const what = event === null ? '' : ` with ${event}`;
  const [one, many] = nouns[measure];
  const running = endsToday ? (sums.at(-1) ?? 0) : 0;
  if (now === 0 && running > 0 && (measure === 'events' || lines.length === 1)) {
    return `${counted(running, one, many)}${what} so far this ${report.period}`;
  }
  if (now === undefined) return `${counted(sums.at(-1) ?? 0, one, many)}${what} so far`;
  const change = before === undefined ? null : changeOf(before, now);
  // People of two plans are counted with each, so that only events can be added up.
  if (measure !== 'events' && lines.length > 1)
    return `${many.slice(0, 1).toUpperCase()}${many.slice(1)}${what}, by ${breakdownLabel(report.by)}`;
  return (
    <>
      {counted(now, one, many)}
      {what} in the last whole {report.period}
      {change !== null && <span className="text-ink-3">, {change} against the one before</span>}
    </>
  );
}
