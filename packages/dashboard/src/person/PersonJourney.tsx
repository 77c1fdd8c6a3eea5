import type { MembershipList, TimelineEvent } from '@spectacle/server/answers';
import { Footprints, Laptop, Server } from 'lucide-react';
import { useMemo } from 'react';
import { counted } from '../display/count.ts';
import { useWorkspace } from '../session/session.ts';
import { ChannelLegend } from '../swimlane/ChannelLegend.tsx';
import { DayList } from '../swimlane/DayList.tsx';
import { groupLanes, type Lane, laneColour } from '../swimlane/lane.ts';
import { Swimlane } from '../swimlane/Swimlane.tsx';
import { boundsOf } from '../swimlane/timeWindow.ts';
import type { LoadedTimeline } from '../timeline/useTimeline.ts';
import { Empty } from '../ui/Empty.tsx';
import { Section } from '../ui/Section.tsx';

export interface PersonJourneyProps {
  timeline: LoadedTimeline;
  memberships: MembershipList['memberships'];
  pick: (event: TimelineEvent) => void;
}

/** The picture of one person: a lane for each browser, and one for what servers said about them. */
export function PersonJourney({ timeline, memberships, pick }: PersonJourneyProps) {
  const { timeZone } = useWorkspace().settings;
  const lanes = useMemo(() => browserLanes(timeline.events), [timeline.events]);
  const bounds = useMemo(
    () => boundsOf(timeline.events.map((event) => Date.parse(event.timestamp))),
    [timeline.events],
  );
  const companies = useMemo(
    () =>
      memberships.map(({ groupId, groupName, since, until }) => ({
        label: groupName ?? groupId,
        from: Date.parse(since),
        to: until === null ? null : Date.parse(until),
      })),
    [memberships],
  );
  if (timeline.isPending) {
    return (
      <Section title="Journey">
        <div role="status" aria-label="Loading" className="skeleton mx-4 mb-4 h-36" />
      </Section>
    );
  }
  if (!bounds) {
    return (
      <Section title="Journey">
        <Empty icon={<Footprints size={18} />} title="Nothing has happened yet" />
      </Section>
    );
  }
  return (
    <Section title="Journey">
      <div className="max-md:hidden">
        <Swimlane
          lanes={lanes}
          events={timeline.events}
          bounds={bounds}
          milestones={[]}
          strip={companies.length > 0 ? { label: 'Company', periods: companies } : null}
          timeZone={timeZone}
          laneHead={(lane) => <BrowserHead lane={lane} />}
          summary={`${counted(timeline.events.length, 'event')} in ${counted(lanes.length, 'lane')}. The timeline below lists them.`}
          pick={pick}
        />
        <ChannelLegend events={timeline.events} />
      </div>
      <div className="md:hidden">
        <DayList
          laneOf={(event) => lanes.find(({ id }) => id === (event.anonymousId ?? ''))}
          events={timeline.events}
          timeZone={timeZone}
          pick={pick}
        />
      </div>
    </Section>
  );
}

function BrowserHead({ lane }: { lane: Lane }) {
  const Icon = lane.id === '' ? Server : Laptop;
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Icon size={14} className="shrink-0" style={{ color: lane.colour }} />
      <span className="min-w-0">
        <span className="block truncate text-sm font-medium">{lane.label}</span>
        {lane.detail && <span className="block truncate font-mono text-2xs text-ink-3">{lane.detail}</span>}
      </span>
    </span>
  );
}

function browserLanes(events: TimelineEvent[]): Lane[] {
  const byBrowser = groupLanes(events, (event) => event.anonymousId ?? '');
  let browsers = 0;
  return [...byBrowser].map(([anonymousId, own], index) => ({
    id: anonymousId,
    label: anonymousId === '' ? 'From servers' : `Browser ${++browsers}`,
    detail: anonymousId === '' ? null : anonymousId,
    colour: laneColour(index),
    events: own,
    membership: null,
  }));
}
