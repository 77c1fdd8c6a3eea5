import type { FunnelReport } from '@spectacle/server/answers';
import { count } from '../display/count.ts';
import { percentage } from '../display/fraction.ts';
import { patternLabel } from '../report/eventPattern.ts';

/** The steps as bars: how many are left at each, and how many of those before. */
export function FunnelBars({ steps, counts }: { steps: FunnelReport['steps']; counts: number[] }) {
  const first = counts[0] ?? 0;
  return (
    <ol className="flex flex-col gap-3 px-4 pt-2 pb-5">
      {steps.map((step, index) => {
        const here = counts[index] ?? 0;
        const before = counts[index - 1] ?? 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same event may be two steps
          <li key={index}>
            <p className="num flex flex-wrap items-baseline gap-x-2 text-sm">
              <span className="font-medium break-all first-letter:uppercase">{patternLabel(step)}</span>
              <span>{count(here)}</span>
              {index > 0 && (
                <span className="text-xs text-ink-3">
                  {percentage(first === 0 ? 0 : here / first)} of all
                  {index > 1 && `, ${percentage(before === 0 ? 0 : here / before)} of the step before`}
                </span>
              )}
            </p>
            <div className="mt-1.5 h-7 overflow-hidden rounded-md bg-hover">
              <div
                className="h-full rounded-md bg-accent"
                style={{
                  width: `${first === 0 ? 0 : (here / first) * 100}%`,
                  opacity: 1 - (index / Math.max(steps.length, 1)) * 0.45,
                }}
              />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
