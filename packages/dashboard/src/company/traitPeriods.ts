import type { TraitHistory } from '@spectacle/server/answers';
import { traitText } from '../display/traitText.ts';
import type { Period } from '../swimlane/PeriodStrip.tsx';

type Entry = TraitHistory['traits'][number];

/** The values a trait had, oldest first; a repeated value is one period, a cleared trait ends one. */
export function traitPeriods(history: Entry[], trait: string): Period[] {
  const entries = history
    .filter((entry) => entry.trait === trait)
    .toSorted((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
  const periods: Period[] = [];
  for (const entry of entries) {
    const label = traitText(entry.value);
    const last = periods[periods.length - 1];
    if (last && last.to === null && last.label === label) continue;
    const at = Date.parse(entry.timestamp);
    if (last && last.to === null) last.to = at;
    if (label !== '') periods.push({ label, from: at, to: null });
  }
  return periods;
}
