import type { TimelineEvent } from '@spectacle/server/answers';
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { Axis, axisHeight } from './Axis.tsx';
import { HoverCard } from './HoverCard.tsx';
import { LaneMarks, laneHeight } from './LaneMarks.tsx';
import type { Lane } from './lane.ts';
import { type Milestone, Milestones, milestoneHeight } from './Milestones.tsx';
import type { Placed } from './marks.ts';
import { type Period, PeriodStrip, stripHeight } from './PeriodStrip.tsx';
import { SwimlaneControls } from './SwimlaneControls.tsx';
import type { TimeWindow } from './timeWindow.ts';
import { useTimeWindow } from './useTimeWindow.ts';
import { useWidth } from './useWidth.ts';

export interface SwimlaneProps {
  lanes: Lane[];
  /** The timeline the lanes were made of, newest first. */
  events: TimelineEvent[];
  bounds: TimeWindow;
  milestones: Milestone[];
  /** A row above the lanes, such as the plans a company had. */
  strip: { label: string; periods: Period[] } | null;
  timeZone: string;
  laneHead: (lane: Lane) => ReactNode;
  /** Says the picture in words; the events themselves stand in the list below it. */
  summary: string;
  pick: (event: TimelineEvent) => void;
}

interface Hover {
  events: TimelineEvent[];
  x: number;
  y: number;
}

/** The journey: a lane each, one calendar for all. Wheel and pinch zoom, drag pans, a click opens. */
export function Swimlane({
  lanes,
  events,
  bounds,
  milestones,
  strip,
  timeZone,
  laneHead,
  summary,
  pick,
}: SwimlaneProps) {
  const plot = useRef<HTMLElement>(null);
  const width = useWidth(plot);
  const control = useTimeWindow(plot, bounds);
  const [hover, setHover] = useState<Hover | null>(null);
  const { show, window } = control;

  const onHover = useCallback((marks: Placed[] | null, x: number, y: number) => {
    setHover(marks && { events: marks.map(({ event }) => event), x, y });
  }, []);
  const onPick = useCallback(
    (marks: Placed[]) => {
      const [first] = marks;
      const last = marks[marks.length - 1];
      if (!first || !last) return;
      const span = last.at - first.at;
      if (marks.length > 1 && span > 20 * 60_000) show({ from: first.at - span * 0.3, to: last.at + span * 0.3 });
      else pick(first.event);
      setHover(null);
    },
    [show, pick],
  );

  const stripTop = axisHeight + (milestones.length > 0 ? milestoneHeight : 0);
  const lanesTop = stripTop + (strip ? stripHeight : 0) + 2;
  const height = lanesTop + lanes.length * laneHeight;
  return (
    <div className="relative flex">
      <SwimlaneControls control={control} />
      <div className="w-44 shrink-0 border-r" style={{ paddingTop: stripTop }}>
        {strip && (
          <div className="flex items-center px-4 text-xs text-ink-3" style={{ height: stripHeight + 2 }}>
            {strip.label}
          </div>
        )}
        {lanes.map((lane) => (
          <div key={lane.id} className="flex items-center border-t pr-2 pl-4" style={{ height: laneHeight }}>
            {laneHead(lane)}
          </div>
        ))}
      </div>
      <section
        ref={plot}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the plot is moved with the arrow keys
        tabIndex={0}
        aria-label="Journey. Arrow keys move through time, plus and minus zoom, 0 shows everything."
        onKeyDown={(event) => turnKey(event, control)}
        className="relative min-w-0 flex-1 cursor-grab touch-pan-y select-none active:cursor-grabbing"
      >
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={summary} className="block overflow-hidden">
            <Axis window={window} width={width} height={height} timeZone={timeZone} />
            {lanes.map((lane, index) => (
              <line
                key={lane.id}
                x1={0}
                x2={width}
                y1={lanesTop + index * laneHeight - 0.5}
                y2={lanesTop + index * laneHeight - 0.5}
                className="stroke-line"
              />
            ))}
            {strip && <PeriodStrip periods={strip.periods} top={stripTop} window={window} width={width} />}
            <Milestones milestones={milestones} top={axisHeight} height={height} window={window} width={width} />
            {lanes.map((lane, index) => (
              <LaneMarks
                key={lane.id}
                lane={lane}
                top={lanesTop + index * laneHeight}
                window={window}
                width={width}
                hover={onHover}
                pick={onPick}
              />
            ))}
          </svg>
        )}
        {hover && <HoverCard {...hover} all={events} width={width} timeZone={timeZone} />}
      </section>
    </div>
  );
}

function turnKey(event: KeyboardEvent, control: ReturnType<typeof useTimeWindow>): void {
  if (event.metaKey || event.ctrlKey) return;
  if (event.key === 'ArrowLeft') control.panBy(-0.15);
  else if (event.key === 'ArrowRight') control.panBy(0.15);
  else if (event.key === '+' || event.key === '=') control.zoomBy(0.6);
  else if (event.key === '-') control.zoomBy(1 / 0.6);
  else if (event.key === '0') control.reset();
  else return;
  event.preventDefault();
}
