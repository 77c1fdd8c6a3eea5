import type { TimelineEvent } from '@spectacle/server/answers';
import { TriangleAlert } from 'lucide-react';
import { ChannelChip } from '../channels/ChannelChip.tsx';
import { money } from '../display/money.ts';
import { clock, exactTime } from '../display/time.ts';
import { describeEvent } from './describeEvent.ts';
import { EventIcon } from './EventIcon.tsx';

export interface Who {
  name: string;
  colour: string;
}

export interface TimelineRowProps {
  event: TimelineEvent;
  who: Who | null;
  timeZone: string;
  selected: boolean;
  open: () => void;
}

/** One event in a line: when, who, what, and what is special about it. */
export function TimelineRow({ event, who, timeZone, selected, open }: TimelineRowProps) {
  const { verb, object } = describeEvent(event);
  return (
    <button
      type="button"
      onClick={open}
      aria-pressed={selected}
      className="flex h-9 w-full items-center gap-3 px-4 text-left text-sm hover:bg-hover aria-pressed:bg-accent-soft"
    >
      <time
        dateTime={event.timestamp}
        title={exactTime(event.timestamp, timeZone)}
        className="num w-14 shrink-0 whitespace-nowrap text-xs text-ink-3"
      >
        {clock(event.timestamp, timeZone)}
      </time>
      {who && (
        <span className="flex w-32 shrink-0 items-center gap-2 max-md:w-auto">
          <span
            className="size-2 shrink-0 rounded-full"
            style={event.anonymous ? { boxShadow: `inset 0 0 0 2px ${who.colour}` } : { background: who.colour }}
          />
          <span className="truncate text-ink-2 max-md:hidden">{who.name}</span>
        </span>
      )}
      <EventIcon type={event.type} />
      <span className="min-w-0 truncate">
        {verb !== '' && <span className="text-ink-2">{verb} </span>}
        <span className={event.type === 'track' ? 'font-medium' : ''}>{object}</span>
        {event.page && event.type === 'page' && event.page.path !== object && (
          <span className="ml-2 text-xs text-ink-3">{event.page.path}</span>
        )}
      </span>
      <span className="ml-auto flex shrink-0 items-center gap-3 text-xs">
        {event.anonymous && <span className="text-ink-3 max-lg:hidden">anonymous then</span>}
        {event.warnings.length > 0 && (
          <TriangleAlert
            size={13}
            className="text-warn"
            aria-label={event.warnings.map(({ message }) => message).join(' ')}
          />
        )}
        {event.visit && (
          <span className="flex max-w-64 text-ink-2 max-md:max-w-28">
            <ChannelChip touch={event.visit} />
          </span>
        )}
        {event.revenue !== null && event.currency !== null && (
          <span className={`num font-medium ${event.revenue < 0 ? 'text-bad' : 'text-good'}`}>
            {money(event.revenue, event.currency)}
          </span>
        )}
      </span>
    </button>
  );
}
