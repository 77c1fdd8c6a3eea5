import type { TimelineEvent } from '@spectacle/server/answers';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { counted } from '../display/count.ts';
import { dayKey, longDate } from '../display/time.ts';
import { TableSkeleton } from '../table/TableSkeleton.tsx';
import { Button } from '../ui/Button.tsx';
import { isShown } from './showFilter.ts';
import { TimelineRow, type Who } from './TimelineRow.tsx';
import { type Show, shows, type TimelineSearch } from './timelineSearch.ts';
import type { LoadedTimeline } from './useTimeline.ts';

const labels: Record<Show, string> = { all: 'All', visits: 'Visits', events: 'Calls', money: 'Money' };

interface Day {
  kind: 'day';
  key: string;
  label: string;
  events: number;
}

type Line = Day | { kind: 'event'; key: string; event: TimelineEvent };

export interface TimelineListProps {
  timeline: LoadedTimeline;
  search: TimelineSearch;
  setSearch: (search: TimelineSearch) => void;
  timeZone: string;
  /** Who did it; null where all of it is one person's. */
  whoIs: ((event: TimelineEvent) => Who) | null;
}

/** Every event, newest first, by day. Only the lines in view are in the document. */
export function TimelineList({ timeline, search, setSearch, timeZone, whoIs }: TimelineListProps) {
  const show = search.show ?? 'all';
  const lines = useMemo(
    () =>
      linesOf(
        timeline.events.filter((event) => isShown(event, show) && (!search.person || event.personId === search.person)),
        timeZone,
      ),
    [timeline.events, show, search.person, timeZone],
  );
  const list = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  const scroller = () => list.current?.closest<HTMLElement>('[data-page-scroller]') ?? null;
  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect();
    const page = list.current?.closest('[data-page-scroller]');
    if (box && page) setOffset(box.top - page.getBoundingClientRect().top + page.scrollTop);
  });
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: scroller,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? 34 : 36),
    getItemKey: (index) => lines[index]?.key ?? index,
    scrollMargin: offset,
    overscan: 10,
  });
  return (
    <div>
      <fieldset className="flex gap-0.5 px-3 pb-2">
        <legend className="sr-only">Show</legend>
        {shows.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={show === each}
            onClick={() => setSearch({ ...search, show: each === 'all' ? undefined : each })}
            className="h-7 rounded-md px-2 text-xs font-medium text-ink-2 hover:bg-hover aria-pressed:bg-active aria-pressed:text-ink"
          >
            {labels[each]}
          </button>
        ))}
        {search.person && (
          <Button size="small" tone="quiet" onClick={() => setSearch({ ...search, person: undefined })}>
            One person · show everybody
          </Button>
        )}
      </fieldset>
      <div ref={list} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <div
              key={item.key}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start - offset}px)` }}
            >
              {line.kind === 'day' ? (
                <h3 className="flex h-[34px] items-end gap-2 border-b px-4 pb-1.5 text-xs font-medium text-ink-2">
                  {line.label} <span className="num font-normal text-ink-3">{counted(line.events, 'event')}</span>
                </h3>
              ) : (
                <TimelineRow
                  event={line.event}
                  who={whoIs ? whoIs(line.event) : null}
                  timeZone={timeZone}
                  selected={search.event === line.event.messageId}
                  open={() => setSearch({ ...search, event: line.event.messageId })}
                />
              )}
            </div>
          );
        })}
      </div>
      {timeline.isPending && <TableSkeleton rows={6} />}
      {lines.length === 0 && !timeline.isPending && (
        <p className="px-4 py-8 text-center text-sm text-ink-2">No such event here.</p>
      )}
      {timeline.hasOlder && (
        <div className="flex flex-col items-center gap-2 p-4">
          {timeline.olderFailed && (
            <p role="alert" className="text-xs text-bad">
              Older events could not be loaded. Those above are all there.
            </p>
          )}
          <Button onClick={timeline.loadOlder} disabled={timeline.isLoadingOlder}>
            {timeline.isLoadingOlder ? 'Loading …' : 'Load older events'}
          </Button>
        </div>
      )}
    </div>
  );
}

function linesOf(events: TimelineEvent[], timeZone: string): Line[] {
  const days = new Map<string, Day>();
  return events.flatMap((event): Line[] => {
    const line: Line = { kind: 'event', key: event.messageId, event };
    const key = dayKey(event.timestamp, timeZone);
    const known = days.get(key);
    if (known) {
      known.events++;
      return [line];
    }
    const day: Day = { kind: 'day', key, label: longDate(event.timestamp, timeZone), events: 1 };
    days.set(key, day);
    return [day, line];
  });
}
