import type { TimelineEvent } from '@spectacle/server/answers';
import { useMemo, useState } from 'react';
import { ChannelChip } from '../channels/ChannelChip.tsx';
import { initials } from '../display/Avatar.tsx';
import { money } from '../display/money.ts';
import { clock, dayKey, longDate } from '../display/time.ts';
import { describeEvent } from '../timeline/describeEvent.ts';
import { Button } from '../ui/Button.tsx';
import type { Lane } from './lane.ts';

export interface DayListProps {
  laneOf: (event: TimelineEvent) => Lane | undefined;
  /** Newest first. */
  events: TimelineEvent[];
  timeZone: string;
  pick: (event: TimelineEvent) => void;
}

const pageOfDays = 5;

/** The journey on a narrow screen: what matters of each day, with the person's initial and colour. */
export function DayList({ laneOf, events, timeZone, pick }: DayListProps) {
  const [days, setDays] = useState(pageOfDays);
  const byDay = useMemo(() => {
    const found = new Map<string, TimelineEvent[]>();
    for (const event of events) {
      if (event.visit === null && event.type === 'page') continue;
      const key = dayKey(event.timestamp, timeZone);
      const day = found.get(key);
      if (day) day.push(event);
      else found.set(key, [event]);
    }
    return [...found];
  }, [events, timeZone]);
  return (
    <div className="px-4">
      {byDay.slice(0, days).map(([key, ofDay]) => (
        <section key={key} className="pb-3">
          <h3 className="pb-1 text-xs font-medium text-ink-3">{longDate(ofDay[0]?.timestamp ?? key, timeZone)}</h3>
          <ul className="ml-[10px] border-l">
            {ofDay.map((event) => (
              <li key={event.messageId}>
                <DayEvent event={event} lane={laneOf(event)} timeZone={timeZone} pick={pick} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {byDay.length > days && (
        <Button className="mb-3 w-full" onClick={() => setDays(days + 4 * pageOfDays)}>
          Show earlier days
        </Button>
      )}
    </div>
  );
}

interface DayEventProps {
  event: TimelineEvent;
  lane: Lane | undefined;
  timeZone: string;
  pick: (event: TimelineEvent) => void;
}

function DayEvent({ event, lane, timeZone, pick }: DayEventProps) {
  const { verb, object } = describeEvent(event);
  const colour = lane?.colour ?? 'var(--ink-3)';
  return (
    <button
      type="button"
      onClick={() => pick(event)}
      className="flex w-full items-center gap-2.5 py-1.5 pr-1 text-left text-sm"
    >
      <span
        role="img"
        aria-label={lane?.label ?? 'Somebody'}
        className="-ml-[11px] grid size-[22px] shrink-0 place-items-center rounded-full border-2 bg-page text-[9px] font-semibold"
        style={{ borderColor: colour, borderStyle: event.anonymous ? 'dashed' : 'solid' }}
      >
        {initials(lane?.label ?? '', 2)}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          {verb} <span className="font-medium">{object}</span>
        </span>
        {event.visit && (
          <span className="flex text-xs text-ink-2">
            <ChannelChip touch={event.visit} />
          </span>
        )}
      </span>
      {event.revenue !== null && event.currency !== null && (
        <span className={`num text-xs font-medium ${event.revenue < 0 ? 'text-bad' : 'text-good'}`}>
          {money(event.revenue, event.currency)}
        </span>
      )}
      <span className="num text-xs text-ink-3">{clock(event.timestamp, timeZone)}</span>
    </button>
  );
}
