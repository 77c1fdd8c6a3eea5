import type { PathReport } from '@spectacle/server/answers';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Route, X } from 'lucide-react';
import { useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import { flowsOption } from '../charts/flowsOption.ts';
import { keyColour } from '../charts/keyColour.ts';
import { percentage } from '../display/fraction.ts';
import { useToday } from '../range/useToday.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { entities } from '../report/noun.ts';
import { QuestionChoices } from '../report/QuestionChoices.tsx';
import { Report } from '../report/Report.tsx';
import { ReportFrame } from '../report/ReportFrame.tsx';
import { reportParams } from '../report/reportSearch.ts';
import { useReport } from '../report/useReport.ts';
import { useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { useNarrow } from '../ui/useNarrow.ts';
import { flowsOf, nodeId } from './flows.ts';
import { type JourneysSearch, readJourneysSearch } from './journeysSearch.ts';
import { PathTable } from './PathTable.tsx';

/** By which ways people or companies came: the flows between channels, and each way with what became of it. */
export function JourneysPage() {
  const search = useSearch({ from: '/journeys' });
  const navigate = useNavigate({ from: '/journeys' });
  const { path, settings } = useWorkspace();
  const today = useToday();
  const level = search.level ?? settings.level;
  const params = reportParams({ ...search, by: search.by ?? 'channel' }, settings.level, today);
  if (search.repeats) params.set('fold', 'false');
  const address = `${path}/reports/paths?${params}`;
  const report = useReport<PathReport>(address);
  const set = (part: Partial<JourneysSearch>) => void navigate({ search: { ...search, ...part }, replace: true });
  const most = report.data?.rows[0];
  return (
    <ReportFrame
      title="Journeys"
      page="journeys"
      actions={<ExportButton path={address} file="journeys.csv" />}
      controls={
        <>
          <QuestionChoices search={search} set={({ by: _, ...part }) => set(part)} breakdown={false} />
          <Choice
            label="By"
            value={search.by ?? 'channel'}
            options={['channel', 'source', 'medium', 'campaign'].map((value) => ({ value, label: `By ${value}` }))}
            set={(by) => set({ by: readJourneysSearch({ by }).by, at: undefined })}
          />
          <Choice
            label="Repeats"
            value={search.repeats ?? ''}
            options={[
              { value: '', label: 'Repeats as one' },
              { value: 'yes', label: 'Every visit' },
            ]}
            set={(value) => set({ repeats: value === 'yes' ? 'yes' : undefined, at: undefined })}
          />
        </>
      }
      answer={
        report.data && most ? (
          <>
            The most common journey is {most.path.join(', then ')}
            <span className="num text-ink-3">
              {' '}
              · {entities(most.entities, level)}, {percentage(most.entities / report.data.total.entities)} of all
            </span>
          </>
        ) : (
          ''
        )
      }
    >
      <Report query={report}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <Empty icon={<Route size={18} />} title="No journey in these days">
              A journey begins with a visit and ends with a cut-off event. Choose a longer range.
            </Empty>
          ) : (
            <Found answer={answer} search={search} set={set} />
          )
        }
      </Report>
    </ReportFrame>
  );
}

interface FoundProps {
  answer: PathReport;
  search: JourneysSearch;
  set: (part: Partial<JourneysSearch>) => void;
}

function Found({ answer, search, set }: FoundProps) {
  const narrow = useNarrow();
  const flows = useMemo(() => flowsOf(answer.steps, narrow ? 3 : 5, narrow ? 5 : 7), [answer.steps, narrow]);
  const places = useMemo(() => [...new Set(flows.nodes.map(({ key }) => key))].sort(), [flows]);
  const option = useMemo(
    () =>
      flowsOption({
        nodes: flows.nodes.map(({ id, key, position, entities: number }) => ({
          id,
          label: key,
          colour: key === 'Other' ? 'var(--ink-3)' : keyColour(key, places.indexOf(key)),
          layer: position,
          number,
        })),
        links: flows.links.map(({ from, to, entities: number }) => ({ from, to, number })),
        told: (number) => entities(number, answer.level),
        narrow,
      }),
    [flows, places, answer.level, narrow],
  );
  const rows = answer.rows.filter(
    (row) => search.at === undefined || row.path.some((key, position) => nodeId(position, key) === search.at),
  );
  return (
    <>
      {flows.links.length > 0 && (
        <Chart
          option={option}
          height={380}
          label={`Flows between the first visits of ${entities(answer.total.entities, answer.level)}. The table below has the numbers.`}
          pick={(id) => set({ at: id === search.at || id === '' ? undefined : id })}
        />
      )}
      <div className="flex min-h-10 items-center gap-2 px-4 py-1.5">
        <h2 className="text-sm font-semibold">The most common journeys</h2>
        {search.at !== undefined && (
          <Button size="small" onClick={() => set({ at: undefined })}>
            {placeText(search.at)} <X size={12} aria-label="Show all again" />
          </Button>
        )}
        {flows.hidden > 0 && search.at === undefined && (
          <span className="text-xs text-ink-3 max-md:hidden">Later visits are in the list and not in the picture.</span>
        )}
      </div>
      <PathTable report={answer} rows={rows} noun={answer.level === 'group' ? 'Companies' : 'People'} />
      {rows.length === 0 && (
        <p className="px-4 py-4 text-sm text-ink-2">
          None of the {answer.rows.length} most common journeys goes there.
        </p>
      )}
    </>
  );
}

/** "Visit 2 by Email" of "1:Email". */
function placeText(at: string): string {
  const colon = at.indexOf(':');
  return `Visit ${Number(at.slice(0, colon)) + 1} by ${at.slice(colon + 1)}`;
}
