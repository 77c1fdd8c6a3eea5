import type { TimelineEvent } from '@spectacle/server/answers';
import { useMemo } from 'react';
import { byChannel, channelColour } from '../channels/channel.ts';
import { count } from '../display/count.ts';

/** The channels that occur, with the number of their visits, and what the other marks mean. */
export function ChannelLegend({ events }: { events: TimelineEvent[] }) {
  const channels = useMemo(() => {
    const visits = new Map<string, number>();
    for (const { visit } of events) if (visit) visits.set(visit.channel, (visits.get(visit.channel) ?? 0) + 1);
    return [...visits].sort(([a], [b]) => byChannel(a, b));
  }, [events]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t px-4 py-2 text-xs text-ink-2">
      {channels.map(([channel, visits]) => (
        <span key={channel} className="inline-flex items-center gap-1.5">
          <span className="size-2 rounded-full" style={{ background: channelColour(channel) }} />
          {channel} <span className="num text-ink-3">{count(visits)}</span>
        </span>
      ))}
      <span className="ml-auto inline-flex items-center gap-1.5 text-ink-3">
        <span className="size-2.5 rounded-full border-2 border-ink-3" /> anonymous then, linked later
      </span>
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <span className="size-[7px] rotate-45 bg-ink-3" /> identified
      </span>
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <span className="h-1.5 w-2 rounded-[2px] bg-ink-3" /> event
      </span>
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <span className="h-2.5 w-3 rounded-[2px] border-l-2 border-ink-3 bg-active" /> in the company
      </span>
    </div>
  );
}
