import type { GroupSummary, TimelineEvent, TraitHistory } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { Footprints } from 'lucide-react';
import { useMemo, useState } from 'react';
import { counted } from '../display/count.ts';
import { useWorkspace } from '../session/session.ts';
import { ChannelLegend } from '../swimlane/ChannelLegend.tsx';
import { DayList } from '../swimlane/DayList.tsx';
import { groupLanes, type Lane } from '../swimlane/lane.ts';
import { Swimlane } from '../swimlane/Swimlane.tsx';
import { boundsOf } from '../swimlane/timeWindow.ts';
import type { LoadedTimeline } from '../timeline/useTimeline.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Section } from '../ui/Section.tsx';
import { milestonesOf } from './milestonesOf.ts';
import type { CompanyPerson } from './peopleOf.ts';
import { traitPeriods } from './traitPeriods.ts';

export interface CompanyJourneyProps {
  company: GroupSummary;
  people: CompanyPerson[];
  history: TraitHistory['traits'];
  timeline: LoadedTimeline;
  pick: (event: TimelineEvent) => void;
}

/** Lanes shown before the reader asks for all. */
const some = 10;

/** The picture of how the company came, person by person. */
export function CompanyJourney({ company, people, history, timeline, pick }: CompanyJourneyProps) {
  const { settings } = useWorkspace();
  const [all, setAll] = useState(false);
  const lanes = useMemo(() => lanesOf(people, timeline.events), [people, timeline.events]);
  const bounds = useMemo(
    () => boundsOf(timeline.events.map((event) => Date.parse(event.timestamp))),
    [timeline.events],
  );
  const plans = useMemo(() => traitPeriods(history, 'plan'), [history]);
  const milestones = useMemo(
    () => milestonesOf(company, timeline.events, settings.cutoffEvents),
    [company, timeline.events, settings.cutoffEvents],
  );
  const shown = all ? lanes : lanes.slice(0, some);
  if (timeline.isPending) {
    return (
      <Section title="Journey">
        <div role="status" aria-label="Loading" className="skeleton mx-4 mb-4 h-52" />
      </Section>
    );
  }
  if (!bounds) {
    return (
      <Section title="Journey">
        <Empty icon={<Footprints size={18} />} title="Nothing has happened yet">
          The journey fills as members of this company visit your site and use your product.
        </Empty>
      </Section>
    );
  }
  return (
    <Section title="Journey">
      <div className="max-md:hidden">
        <Swimlane
          lanes={shown}
          events={timeline.events}
          bounds={bounds}
          milestones={milestones}
          strip={plans.length > 0 ? { label: 'Plan', periods: plans } : null}
          timeZone={settings.timeZone}
          laneHead={(lane) => <PersonHead lane={lane} />}
          summary={`${counted(lanes.length, 'person', 'people')}, ${counted(company.visits, 'visit')}, ${counted(timeline.events.length, 'event')}. The timeline below lists them.`}
          pick={pick}
        />
        {lanes.length > some && (
          <div className="border-t px-2 py-1">
            <Button size="small" tone="quiet" onClick={() => setAll(!all)}>
              {all ? 'Show fewer' : `Show ${counted(lanes.length - some, 'more person', 'more people')}`}
            </Button>
          </div>
        )}
        <ChannelLegend events={timeline.events} />
      </div>
      <div className="md:hidden">
        <DayList
          laneOf={(event) => lanes.find(({ id }) => id === event.personId)}
          events={timeline.events}
          timeZone={settings.timeZone}
          pick={pick}
        />
      </div>
    </Section>
  );
}

function PersonHead({ lane }: { lane: Lane }) {
  return (
    <Link to="/people/$personId" params={{ personId: lane.id }} className="group flex min-w-0 items-center gap-2.5">
      <span className="size-2.5 shrink-0 rounded-full" style={{ background: lane.colour }} />
      <span className="min-w-0">
        <span className="block truncate text-sm font-medium group-hover:underline">{lane.label}</span>
        {lane.detail && <span className="block truncate text-xs text-ink-3">{lane.detail}</span>}
      </span>
    </Link>
  );
}

function lanesOf(people: CompanyPerson[], events: TimelineEvent[]): Lane[] {
  const byPerson = groupLanes(events, (event) => event.personId);
  return people.flatMap(({ personId, name, role, colour, member }) => {
    const own = byPerson.get(personId);
    if (!own) return [];
    const since = member ? Date.parse(member.since) : null;
    const until = member?.until ? Date.parse(member.until) : null;
    return {
      id: personId,
      label: name,
      detail: role ?? (member?.until ? 'left the company' : null),
      colour,
      events: own,
      membership: since === null ? null : { since, until },
    };
  });
}
