import { ticks } from './ticks.ts';
import { type TimeWindow, xOf } from './timeWindow.ts';

export const axisHeight = 24;

/** The calendar: labels at the top, hairlines all the way down. */
export function Axis({
  window,
  width,
  height,
  timeZone,
}: {
  window: TimeWindow;
  width: number;
  height: number;
  timeZone: string;
}) {
  return (
    <g>
      {ticks(window, width, timeZone).map((tick) => {
        const x = Math.round(xOf(tick.time, window, width)) + 0.5;
        return (
          <g key={tick.time}>
            <line
              x1={x}
              x2={x}
              y1={axisHeight}
              y2={height}
              className={tick.major ? 'stroke-line-strong' : 'stroke-line'}
            />
            {x < width - 30 && (
              <text x={x + 4} y={16} className={`num text-2xs ${tick.major ? 'fill-ink-2 font-medium' : 'fill-ink-3'}`}>
                {tick.label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
