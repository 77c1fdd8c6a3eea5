import type { Journey } from '@spectacle/server/answers';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { isModel, models } from '../attribution/models.ts';
import { counted } from '../display/count.ts';
import { money } from '../display/money.ts';
import { When } from '../display/When.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { ShownAs } from '../ui/ShownAs.tsx';
import { AllModels } from './AllModels.tsx';
import { CreditBars } from './CreditBars.tsx';
import { CreditedVisits } from './CreditedVisits.tsx';
import type { CreditKey } from './creditBy.ts';

export interface CreditSectionProps {
  /** Where the API keeps the company or the person. */
  path: string;
  nameOf: (personId: string) => string;
}

const views = ['Channels', 'Visits', 'All models'] as const;

/** Which visits earned this lead and its revenue, under each model, to the cent. */
export function CreditSection({ path, nameOf }: CreditSectionProps) {
  const [model, setModel] = useState<(typeof models)[number]['model']>('linear');
  const [view, setView] = useState<(typeof views)[number]>('Channels');
  const [by, setBy] = useState<CreditKey>('channel');
  const journey = useQuery({
    queryKey: ['credit', path],
    queryFn: ({ signal }) => request<Journey>(`${path}/journey`, { signal }),
  });
  if (journey.error) {
    return (
      <Section title="Credit">
        <Failure error={journey.error} retry={() => void journey.refetch()} />
      </Section>
    );
  }
  if (!journey.data) {
    return (
      <Section title="Credit">
        <div role="status" aria-label="Loading" className="skeleton mx-4 mb-4 h-28" />
      </Section>
    );
  }
  const { visits, cutoff } = journey.data;
  if (cutoff === null || visits.length === 0) {
    return (
      <Section title="Credit">
        <p className="px-4 pb-3 text-sm text-ink-2">
          {cutoff === null
            ? 'Not a lead yet: no cut-off event has happened. From then on its visits share the credit.'
            : `No visit in the ${journey.data.windowDays} days before the cut-off, so its revenue is unattributed.`}
        </p>
      </Section>
    );
  }
  return (
    <Section title="Credit">
      <div className="flex flex-wrap items-center gap-1.5 px-4 pb-2">
        <Choice
          label="Model"
          value={model}
          options={models.map((each) => ({ value: each.model, label: each.label }))}
          set={(next) => isModel(next) && setModel(next)}
        />
        <Choice
          label="By"
          value={by}
          options={[
            { value: 'channel', label: 'Channel' },
            { value: 'source', label: 'Source' },
            { value: 'campaign', label: 'Campaign' },
          ]}
          set={(next) => setBy(next === 'source' || next === 'campaign' ? next : 'channel')}
        />
        <ShownAs names={views} value={view} set={setView} />
      </div>
      {view === 'Channels' && <CreditBars journey={journey.data} model={model} by={by} />}
      {view === 'Visits' && <CreditedVisits journey={journey.data} model={model} nameOf={nameOf} />}
      {view === 'All models' && <AllModels journey={journey.data} by={by} />}
      <p className="num px-4 pt-2 pb-3 text-xs text-ink-3">
        {models.find((each) => each.model === model)?.says} {counted(visits.length, 'visit')} up to the cut-off{' '}
        <When time={cutoff.timestamp} as="date" />{' '}
        {journey.data.revenue === 0
          ? `${visits.length === 1 ? 'has' : 'have'} earned nothing yet.`
          : `${visits.length === 1 ? 'has' : 'share'} ${money(journey.data.revenue, journey.data.currency)}.`}
        {outside(journey.data)}
      </p>
    </Section>
  );
}

/** Visits that do not count, in words. */
function outside({ earlierVisits, laterVisits, windowDays }: Journey): string {
  const parts = [
    earlierVisits > 0 && `${counted(earlierVisits, 'visit')} before the window of ${windowDays} days`,
    laterVisits > 0 && `${counted(laterVisits, 'visit')} after the cut-off`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : ` Not counted: ${parts.join(', ')}.`;
}
