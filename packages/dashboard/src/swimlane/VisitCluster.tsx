import { channelColour } from '../channels/channel.ts';
import type { Placed } from './marks.ts';

interface Slice {
  colour: string;
  hollow: boolean;
  visits: number;
}

/** Visits of one place: a dot for one, a capsule with a slice for each when they are many. Anonymous visits are hollow. */
export function VisitCluster({ visits, from, to, y }: { visits: Placed[]; from: number; to: number; y: number }) {
  const [only] = visits;
  if (visits.length === 1 && only) {
    const colour = channelColour(only.event.visit?.channel ?? '');
    return (
      <>
        <circle cx={from} cy={y} r={9} fill="transparent" />
        {only.event.anonymous ? (
          <circle cx={from} cy={y} r={4.25} className="fill-page" stroke={colour} strokeWidth={2} />
        ) : (
          <circle cx={from} cy={y} r={5.5} fill={colour} className="stroke-page" strokeWidth={1} />
        )}
      </>
    );
  }
  const wide = to - from + 13;
  const slices = slicesOf(visits);
  const all = slices.reduce((sum, slice) => sum + slice.visits, 0);
  let left = from - 6.5;
  return (
    <>
      {slices.map((slice, index) => {
        const size = (slice.visits / all) * wide;
        const x = left;
        left += size;
        const first = index === 0;
        const last = index === slices.length - 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a slice is its identity
          <g key={index}>
            <path d={capsule(x, y - 5.5, size, 11, first, last)} fill={slice.colour} />
            {slice.hollow && (
              <path
                d={capsule(
                  x + (first ? 2 : 0.75),
                  y - 3.5,
                  size - (first ? 2 : 0.75) - (last ? 2 : 0.75),
                  7,
                  first,
                  last,
                )}
                className="fill-page"
              />
            )}
          </g>
        );
      })}
    </>
  );
}

/** Neighbours that look the same become one slice. */
function slicesOf(visits: Placed[]): Slice[] {
  const slices: Slice[] = [];
  for (const { event } of visits) {
    const colour = channelColour(event.visit?.channel ?? '');
    const last = slices[slices.length - 1];
    if (last && last.colour === colour && last.hollow === event.anonymous) last.visits++;
    else slices.push({ colour, hollow: event.anonymous, visits: 1 });
  }
  return slices;
}

/** A box whose outer ends are round. */
function capsule(x: number, y: number, width: number, height: number, roundLeft: boolean, roundRight: boolean): string {
  const r = Math.max(Math.min(height / 2, width / (roundLeft && roundRight ? 2 : 1)), 0);
  const left = roundLeft ? r : 0;
  const right = roundRight ? r : 0;
  const inner = Math.max(width - left - right, 0);
  const rightSide = roundRight ? `a${r} ${height / 2} 0 0 1 0 ${height}` : `v${height}`;
  const leftSide = roundLeft ? `a${r} ${height / 2} 0 0 1 0 ${-height}` : `v${-height}`;
  return `M${x + left} ${y}h${inner}${rightSide}h${-inner}${leftSide}z`;
}
