import type { FunnelReport } from '@spectacle/server/answers';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Filter } from 'lucide-react';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../charts/ChartOrTable.tsx';
import { percentage } from '../display/fraction.ts';
import { useToday } from '../range/useToday.ts';
import { breakdownLabel } from '../report/breakdownLabel.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { patternLabel } from '../report/eventPattern.ts';
import { entities } from '../report/noun.ts';
import { QuestionChoices } from '../report/QuestionChoices.tsx';
import { Report } from '../report/Report.tsx';
import { ReportFrame } from '../report/ReportFrame.tsx';
import { reportParams } from '../report/reportSearch.ts';
import { useReport } from '../report/useReport.ts';
import { useWorkspace } from '../session/session.ts';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { FunnelBars } from './FunnelBars.tsx';
import { FunnelTable } from './FunnelTable.tsx';
import { type FunnelsSearch, stepsOf, usualWindow, writeSteps } from './funnelsSearch.ts';
import { StepBuilder } from './StepBuilder.tsx';

/** How far people or companies get on a way of one's own choosing, and where they are lost. */
export function FunnelsPage() {
  const search = useSearch({ from: '/funnels' });
  const navigate = useNavigate({ from: '/funnels' });
  const { path, settings } = useWorkspace();
  const today = useToday();
  const steps = stepsOf(search, settings.cutoffEvents);
  const within = Number(search.within ?? usualWindow);
  const params = reportParams(search, settings.level, today);
  params.set('steps', JSON.stringify(steps));
  params.set('windowDays', String(within));
  const address = `${path}/reports/funnel?${params}`;
  const report = useReport<FunnelReport>(address);
  const set = (part: Partial<FunnelsSearch>) => void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <ReportFrame
      title="Funnels"
      page="funnels"
      actions={<ExportButton path={address} file="funnel.csv" />}
      controls={
        <>
          <StepBuilder steps={steps} set={(next) => set({ step: writeSteps(next) })} />
          <QuestionChoices search={search} set={set} />
          <Choice
            label="Within"
            value={String(within)}
            options={[1, 7, 14, 30, 60, 90, 180, 365].map((days) => ({
              value: String(days),
              label: days === 1 ? 'Within a day' : `Within ${days} days`,
            }))}
            set={(days) => set({ within: days === String(usualWindow) ? undefined : days })}
          />
        </>
      }
      answer={report.data ? answerOf(report.data) : ''}
    >
      <Report query={report}>
        {(answer) =>
          (answer.total.counts[0] ?? 0) === 0 ? (
            <Empty icon={<Filter size={18} />} title="Nobody took the first step in these days">
              Pick another event for step 1, or a longer range.
            </Empty>
          ) : (
            <>
              <ChartOrTable
                title="Step by step"
                chart={<FunnelBars steps={answer.steps} counts={answer.total.counts} />}
                table={<FunnelTable report={{ ...answer, by: '' }} />}
              />
              {answer.by !== '' && (
                <section className="border-t">
                  <h2 className="flex h-10 items-center px-4 text-sm font-semibold">By {breakdownLabel(answer.by)}</h2>
                  <FunnelTable report={answer} />
                </section>
              )}
            </>
          )
        }
      </Report>
    </ReportFrame>
  );
}

function answerOf({ level, steps, windowDays, total }: FunnelReport): ReactNode {
  const [first = 0] = total.counts;
  const through = total.counts.at(-1) ?? 0;
  const last = steps.at(-1);
  if (first === 0 || !last) return '';
  return (
    <>
      {percentage(through / first)} got as far as {patternLabel(last)}
      <span className="num text-ink-3">
        {' '}
        · {entities(through, level)} of {first} within {windowDays === 1 ? 'a day' : `${windowDays} days`}
      </span>
    </>
  );
}
