import { counted } from './count.ts';

/** Events of each of the last days, oldest first, as small bars: two paths, so that a long table stays light. */
export function Sparkline({ days, width = 92, height = 20 }: { days: number[]; width?: number; height?: number }) {
  const most = Math.max(...days, 1);
  const total = days.reduce((sum, each) => sum + each, 0);
  const step = width / Math.max(days.length, 1);
  let quiet = '';
  let busy = '';
  for (const [index, events] of days.entries()) {
    const bar = (tall: number) =>
      `M${round(index * step)} ${height}v${-round(tall)}h${round(Math.max(step - 1, 1))}V${height}z`;
    // By its root, so that one busy day does not flatten all others.
    if (events === 0) quiet += bar(1);
    else busy += bar(Math.max(2, Math.sqrt(events / most) * height));
  }
  return (
    <svg width={width} height={height} role="img" aria-label={`${counted(total, 'event')} in ${days.length} days`}>
      <path d={quiet} className="fill-line-strong" />
      <path d={busy} className="fill-accent opacity-80" />
    </svg>
  );
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
