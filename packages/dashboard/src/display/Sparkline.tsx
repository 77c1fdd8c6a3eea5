import { counted } from '../display/count.ts';

/** Events of each of the last days, oldest first, as small bars. */
export function Sparkline({ days, width = 92, height = 20 }: { days: number[]; width?: number; height?: number }) {
  const most = Math.max(...days, 1);
  const total = days.reduce((sum, each) => sum + each, 0);
  const step = width / Math.max(days.length, 1);
  return (
    <svg width={width} height={height} role="img" aria-label={`${counted(total, 'event')} in ${days.length} days`}>
      {days.map((events, index) => {
        const tall = events === 0 ? 1 : Math.max(2, Math.sqrt(events / most) * height);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of a day is its identity
            key={index}
            x={index * step}
            y={height - tall}
            width={Math.max(step - 1, 1)}
            height={tall}
            rx={0.5}
            className={events === 0 ? 'fill-line-strong' : 'fill-accent opacity-80'}
          />
        );
      })}
    </svg>
  );
}
