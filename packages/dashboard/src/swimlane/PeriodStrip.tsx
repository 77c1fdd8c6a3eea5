import { idHue } from '../display/idColour.ts';
import { type TimeWindow, xOf } from './timeWindow.ts';

/** What held for a while, such as a plan. */
export interface Period {
  label: string;
  from: number;
  /** Null: still. */
  to: number | null;
}

export const stripHeight = 26;

/** A row of periods, each with its name if there is room. */
export function PeriodStrip({
  periods,
  top,
  window,
  width,
}: {
  periods: Period[];
  top: number;
  window: TimeWindow;
  width: number;
}) {
  return (
    <g transform={`translate(0 ${top})`}>
      {periods.map((period) => {
        const from = Math.max(xOf(period.from, window, width), 0);
        const to = period.to === null ? width : Math.min(xOf(period.to, window, width), width);
        if (to - from < 1) return null;
        const hue = idHue(period.label);
        const text = fitting(period.label, to - from - 12);
        return (
          <g key={period.from}>
            <title>{period.label}</title>
            <rect
              x={from + 0.5}
              y={4}
              width={Math.max(to - from - 1, 1)}
              height={18}
              rx={4}
              fill={`var(--hue-${hue})`}
            />
            {text !== '' && (
              <text x={from + 7} y={17} className="text-2xs font-medium" fill={`var(--hue-ink-${hue})`}>
                {text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** As much of a text as fits into some pixels of 11 px type, about 6.2 px a letter. */
function fitting(text: string, pixels: number): string {
  const letters = Math.floor(pixels / 6.2);
  if (letters >= text.length) return text;
  return letters < 3 ? '' : `${text.slice(0, letters - 1)}…`;
}
