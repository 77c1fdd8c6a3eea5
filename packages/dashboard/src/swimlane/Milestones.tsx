import { type TimeWindow, xOf } from './timeWindow.ts';

/** A moment that concerns the whole company. */
export interface Milestone {
  label: string;
  at: number;
  tone: 'accent' | 'good';
}

export const milestoneHeight = 22;

/** Vertical lines with their names in a row of their own; names that would collide give way to the earlier one. */
export function Milestones({
  milestones,
  top,
  height,
  window,
  width,
}: {
  milestones: Milestone[];
  top: number;
  height: number;
  window: TimeWindow;
  width: number;
}) {
  let free = Number.NEGATIVE_INFINITY;
  return (
    <g>
      {milestones
        .filter(({ at }) => at >= window.from && at <= window.to)
        .toSorted((a, b) => a.at - b.at)
        .map(({ label, at, tone }) => {
          const x = Math.round(xOf(at, window, width)) + 0.5;
          const wide = label.length * 6 + 12;
          const left = Math.max(Math.min(x - 6, width - wide), free + 4);
          const room = left + wide <= width + 1;
          if (room) free = left + wide;
          const colour = tone === 'accent' ? 'accent' : 'good';
          return (
            <g key={label}>
              <line
                x1={x}
                x2={x}
                y1={top + 18}
                y2={height}
                className={colour === 'accent' ? 'stroke-accent' : 'stroke-good'}
                strokeDasharray="3 3"
              />
              {room && (
                <>
                  <rect
                    x={left}
                    y={top + 2}
                    width={wide}
                    height={16}
                    rx={4}
                    className={colour === 'accent' ? 'fill-accent-soft' : 'fill-good-soft'}
                  />
                  <text
                    x={left + 6}
                    y={top + 13.5}
                    className={`text-2xs font-medium ${colour === 'accent' ? 'fill-accent-ink' : 'fill-good'}`}
                  >
                    {label}
                  </text>
                </>
              )}
            </g>
          );
        })}
    </g>
  );
}
