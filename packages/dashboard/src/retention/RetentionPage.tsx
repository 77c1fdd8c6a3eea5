import type { Period, RetentionReport } from '@spectacle/server/answers';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarSync } from 'lucide-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import { keyColour } from '../charts/keyColour.ts';
import { linesOption } from '../charts/linesOption.ts';
import { percentage } from '../display/fraction.ts';
import { shortDate } from '../display/time.ts';
import { PeriodChoice } from '../range/PeriodChoice.tsx';
import { useToday } from '../range/useToday.ts';
import { breakdownHead, breakdownLabel } from '../report/breakdownLabel.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { patternOf } from '../report/eventPattern.ts';
import { PatternChoice } from '../report/PatternChoice.tsx';
import { QuestionChoices } from '../report/QuestionChoices.tsx';
import { Report } from '../report/Report.tsx';
import { ReportFrame } from '../report/ReportFrame.tsx';
import { reportParams } from '../report/reportSearch.ts';
import { useReport } from '../report/useReport.ts';
import { valueLabel } from '../report/valueLabel.ts';
import { useWorkspace } from '../session/session.ts';
import { Empty } from '../ui/Empty.tsx';
import { curvesOf } from './curves.ts';
import { HeatTable } from './HeatTable.tsx';
import { isRunning } from './isRunning.ts';
import { periodOf, type RetentionSearch } from './retentionSearch.ts';

/** Pixels. */
const tall = 220;
const units: Record<Period, string> = { day: 'Day', week: 'Week', month: 'Month' };

/** Who comes back: of those who began in a period, how many were there in the ones after it. */
export function RetentionPage() {
  const search = useSearch({ from: '/retention' });
  const navigate = useNavigate({ from: '/retention' });
  const { path, settings } = useWorkspace();
  const today = useToday();
  const period = search.period ?? 'week';
  const params = reportParams({ ...search, range: search.range ?? '90d' }, settings.level, today);
  params.set('period', period);
  if (search.first) params.set('first', JSON.stringify(patternOf(search.first)));
  if (search.back) params.set('return', JSON.stringify(patternOf(search.back)));
  const address = `${path}/reports/retention?${params}`;
  const report = useReport<RetentionReport>(address);
  const set = (part: Partial<RetentionSearch>) => void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <ReportFrame
      title="Retention"
      page="retention"
      actions={<ExportButton path={address} file="retention.csv" />}
      controls={
        <>
          <span className="text-xs text-ink-3">Began with</span>
          <PatternChoice label="Began with" text={search.first} set={(first) => set({ first })} />
          <span className="text-xs text-ink-3">came back with</span>
          <PatternChoice label="Came back with" text={search.back} set={(back) => set({ back })} />
          <PeriodChoice label="Period" period={period} set={(value) => set({ period: periodOf(value) })} />
          <QuestionChoices
            search={{ ...search, range: search.range ?? '90d' }}
            set={(part) => set({ ...part, ...('by' in part ? { key: undefined } : {}), ...usual(part.range) })}
          />
        </>
      }
      answer={report.data ? answerOf(report.data, today) : ''}
    >
      <Report query={report}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <Empty icon={<CalendarSync size={18} />} title="Nobody began in these days">
              Choose a longer range, or another event to begin with.
            </Empty>
          ) : (
            <Found report={answer} chosen={search.key} choose={(key) => set({ key })} today={today} />
          )
        }
      </Report>
    </ReportFrame>
  );
}

/** The range of a choice as the address has it: here 90 days need no words, and twelve months do. */
function usual(range: string | undefined): Pick<RetentionSearch, 'range'> {
  return range === '90d' ? { range: undefined } : range === undefined ? {} : { range };
}

interface FoundProps {
  report: RetentionReport;
  chosen: string | undefined;
  choose: (key: string | undefined) => void;
  today: string;
}

function Found({ report, chosen, choose, today }: FoundProps) {
  const running = useCallback(
    (cohort: string, offset: number) => isRunning(cohort, offset, report.period, today),
    [report.period, today],
  );
  const curves = useMemo(() => curvesOf(report.rows, running), [report.rows, running]);
  const unit = units[report.period];
  const broken = report.by !== '';
  const option = useMemo(() => {
    const shown = curves.slice(0, 8);
    const length = Math.max(...shown.map(({ telling }) => telling), 0);
    return linesOption({
      tall,
      running: false,
      max: 1,
      labels: Array.from({ length }, (_, offset) => `${unit} ${offset}`),
      lines: shown.map(({ key, parts, telling }, place) => ({
        id: key,
        name: broken ? valueLabel(report.by, key) : 'Came back',
        colour: broken ? keyColour(key, place) : 'var(--accent)',
        values: parts.slice(0, telling),
      })),
      exact: percentage,
      short: (value) => percentage(value),
    });
  }, [curves, broken, unit, report.by]);
  const key = broken ? chosen : '';
  const cohorts = report.rows.filter((row) => key === undefined || row.key === key);
  return (
    <>
      {curves.some(({ telling }) => telling > 1) && (
        <Chart
          option={option}
          height={tall}
          label={`Part of those who began that came back, ${unit.toLowerCase()} by ${unit.toLowerCase()}. The table below has the numbers.`}
          pick={(picked) => broken && choose(picked)}
        />
      )}
      {broken && (
        <>
          <h2 className="flex h-10 items-center px-4 text-sm font-semibold">By {breakdownLabel(report.by)}</h2>
          <HeatTable
            label="Retention by value"
            head={breakdownHead(report.by)}
            unit={unit}
            rows={curves.map((curve) => ({
              id: curve.key,
              name: valueLabel(report.by, curve.key),
              size: curve.size,
              parts: curve.parts,
              open: () => choose(curve.key === chosen ? undefined : curve.key),
            }))}
          />
        </>
      )}
      {(!broken || chosen !== undefined) && (
        <>
          <h2 className="flex h-10 items-center px-4 text-sm font-semibold">
            Cohorts{chosen !== undefined && broken && ` of ${valueLabel(report.by, chosen)}`}
          </h2>
          <HeatTable
            label="Retention by cohort"
            head={`${unit} of`}
            unit={unit}
            average={averageOf(cohorts, running)}
            rows={cohorts.map((row) => ({
              id: row.cohort,
              name: shortDate(`${row.cohort}T12:00:00Z`, 'UTC'),
              size: row.size,
              parts: row.returned.map((number) => (number === null ? null : number / Math.max(row.size, 1))),
              numbers: row.returned,
              running: row.returned.findIndex((_, offset) => running(row.cohort, offset)),
            }))}
          />
        </>
      )}
    </>
  );
}

function averageOf(rows: RetentionReport['rows'], running: (cohort: string, offset: number) => boolean) {
  const [curve] = curvesOf(
    rows.map((row) => ({ ...row, key: '' })),
    running,
  );
  return curve && { id: 'all', name: 'All', size: curve.size, parts: curve.parts, telling: curve.telling };
}

function answerOf(report: RetentionReport, today: string): ReactNode {
  const all = averageOf(report.rows, (cohort, offset) => isRunning(cohort, offset, report.period, today));
  const next = all?.parts[1];
  const last = (all?.telling ?? 0) - 1;
  const end = all?.parts[last];
  if (report.rows.length === 0) return '';
  if (!all || next === null || next === undefined) return 'Too early to tell who comes back';
  const unit = report.period;
  return (
    <>
      {percentage(next)} come back in the {unit} after their first
      {last > 1 && typeof end === 'number' && (
        <span className="text-ink-3">
          , {percentage(end)} in {unit} {last}
        </span>
      )}
    </>
  );
}
