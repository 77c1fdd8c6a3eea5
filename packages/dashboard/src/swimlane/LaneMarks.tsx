import { memo, useMemo } from 'react';
import { shortMoney } from '../display/money.ts';
import { type Cluster, clusters } from './clusters.ts';
import type { Lane } from './lane.ts';
import { type Marks, marksOf, type Placed } from './marks.ts';
import { type TimeWindow, xOf } from './timeWindow.ts';
import { VisitCluster } from './VisitCluster.tsx';

export const laneHeight = 54;
/** Heights inside a lane, from its top. */
const moneyAt = 13;
const baseline = 31;
const tracksAt = 44;

export interface LaneMarksProps {
  lane: Lane;
  top: number;
  window: TimeWindow;
  width: number;
  /** The marks of one place, or null when the pointer leaves them. */
  hover: (marks: Placed[] | null, x: number, y: number) => void;
  pick: (marks: Placed[]) => void;
}

/** The life of one lane: when it was there, its visits, pages, events and money. */
export const LaneMarks = memo(function LaneMarks({ lane, top, window, width, hover, pick }: LaneMarksProps) {
  const marks = useMemo(() => marksOf(lane), [lane]);
  const x = (time: number) => xOf(time, window, width);
  const inSight = ({ at }: Placed) => at >= window.from - margin(window) && at <= window.to + margin(window);
  const pointer = (items: Placed[], place: number, height: number) => ({
    onPointerEnter: () => hover(items, place, top + height),
    onPointerLeave: () => hover(null, 0, 0),
    onClick: () => pick(items),
    className: 'cursor-pointer',
  });
  const money = clusters(marks.money.filter(inSight), ({ at }) => x(at), 52);
  return (
    <g transform={`translate(0 ${top})`}>
      <Membership lane={lane} x={x} width={width} />
      <Life marks={marks} colour={lane.colour} x={x} width={width} />
      <path d={pageTicks(marks.pages, window, width)} className="stroke-ink-3" strokeWidth={1} opacity={0.55} />
      {clusters(marks.tracks.filter(inSight), ({ at }) => x(at), 8).map((cluster) => (
        <g key={cluster.items[0]?.event.messageId} {...pointer(cluster.items, cluster.x, tracksAt)}>
          <rect x={cluster.x - 7} y={tracksAt - 7} width={14} height={14} fill="transparent" />
          <rect
            x={cluster.x - trackSize(cluster) / 2}
            y={tracksAt - 3}
            width={trackSize(cluster)}
            height={6}
            rx={1.5}
            className="fill-ink-3"
          />
        </g>
      ))}
      {clusters(marks.visits.filter(inSight), ({ at }) => x(at), 11).map((cluster) => (
        <g key={cluster.items[0]?.event.messageId} {...pointer(cluster.items, cluster.x, baseline)}>
          <VisitCluster
            visits={cluster.items}
            from={x(cluster.items[0]?.at ?? 0)}
            to={x(cluster.items.at(-1)?.at ?? 0)}
            y={baseline}
          />
        </g>
      ))}
      {marks.identified && inSight(marks.identified) && (
        <g {...pointer([marks.identified], x(marks.identified.at), baseline - 12)}>
          <path
            d={`M${x(marks.identified.at)} ${baseline - 16.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`}
            fill={lane.colour}
            className="stroke-page"
            strokeWidth={1}
          />
        </g>
      )}
      {money.map((cluster) => (
        <g key={cluster.items[0]?.event.messageId} {...pointer(cluster.items, cluster.x, moneyAt)}>
          <Money cluster={cluster} x={Math.min(Math.max(cluster.x, 24), width - 24)} />
        </g>
      ))}
    </g>
  );
});

/** Marks a little outside still reach into the picture. */
function margin(window: TimeWindow): number {
  return (window.to - window.from) * 0.03;
}

function trackSize(cluster: Cluster<Placed>): number {
  return Math.min(6 + (cluster.items.length - 1) * 1.5, 20);
}

function Membership({ lane, x, width }: { lane: Lane; x: (time: number) => number; width: number }) {
  if (!lane.membership) return null;
  const from = Math.max(x(lane.membership.since), -2);
  const to = lane.membership.until === null ? width : Math.min(x(lane.membership.until), width + 2);
  if (to <= from) return null;
  return (
    <>
      <rect x={from} y={baseline - 11} width={to - from} height={22} fill={lane.colour} opacity={0.1} rx={4} />
      <rect x={from} y={baseline - 11} width={2} height={22} fill={lane.colour} opacity={0.55} rx={1} />
    </>
  );
}

function Life({
  marks,
  colour,
  x,
  width,
}: {
  marks: Marks;
  colour: string;
  x: (time: number) => number;
  width: number;
}) {
  const clamp = (place: number) => Math.min(Math.max(place, -10), width + 10);
  const known = marks.knownFrom ?? marks.last;
  return (
    <g stroke={colour} strokeWidth={1.5}>
      <line
        x1={clamp(x(marks.first))}
        x2={clamp(x(known))}
        y1={baseline}
        y2={baseline}
        strokeDasharray="2 4"
        opacity={0.8}
      />
      <line x1={clamp(x(known))} x2={clamp(x(marks.last))} y1={baseline} y2={baseline} opacity={0.7} />
    </g>
  );
}

/** One path for all page views; those on the same pixel are drawn once. */
function pageTicks(pages: number[], window: TimeWindow, width: number): string {
  const places = new Set<number>();
  for (const at of pages) {
    if (at >= window.from && at <= window.to) places.add(Math.round(xOf(at, window, width)));
  }
  return [...places].map((place) => `M${place + 0.5} ${baseline - 3}v6`).join('');
}

function Money({ cluster, x }: { cluster: Cluster<Placed>; x: number }) {
  const sums = new Map<string, number>();
  for (const { event } of cluster.items) {
    const currency = event.currency ?? '';
    sums.set(currency, (sums.get(currency) ?? 0) + (event.revenue ?? 0));
  }
  const [first, ...others] = sums;
  if (!first) return null;
  const [currency, amount] = first;
  const text = `${currency === '' ? amount : shortMoney(amount, currency)}${others.length > 0 ? ' …' : ''}`;
  const wide = text.length * 6.4 + 10;
  const tone = amount < 0 ? 'bad' : 'good';
  return (
    <>
      <line
        x1={cluster.x}
        x2={cluster.x}
        y1={moneyAt + 8}
        y2={baseline}
        className={amount < 0 ? 'stroke-bad' : 'stroke-good'}
        opacity={0.5}
      />
      <rect
        x={x - wide / 2}
        y={moneyAt - 8}
        width={wide}
        height={16}
        rx={4}
        className={tone === 'bad' ? 'fill-bad-soft' : 'fill-good-soft'}
      />
      <text
        x={x}
        y={moneyAt + 4}
        textAnchor="middle"
        className={`num text-2xs font-medium ${tone === 'bad' ? 'fill-bad' : 'fill-good'}`}
      >
        {text}
      </text>
    </>
  );
}
