import { Choice } from '../ui/Choice.tsx';
import { DayField } from './DayField.tsx';
import { type Days, presets, writeDays } from './days.ts';

export interface RangeChoiceProps {
  /** As it stands in the address. */
  range: string;
  /** The days that it means; null: all time. */
  days: Days | null;
  today: string;
  set: (range: string) => void;
}

/** A range by name, or two days of one's own. */
export function RangeChoice({ range, days, today, set }: RangeChoiceProps) {
  const own = !presets.some((preset) => preset.range === range);
  const shown = days ?? { from: today, to: today };
  return (
    <>
      <Choice
        label="Range"
        value={own ? 'own' : range}
        options={[
          ...presets.map((preset) => ({ value: preset.range, label: preset.label })),
          { value: 'own', label: 'Between two days' },
        ]}
        set={(value) => set(value === 'own' ? writeDays(shown) : value)}
      />
      {own && days && <TwoDays days={days} set={(next) => set(writeDays(next))} />}
    </>
  );
}

/** The first and the last day of a range. */
export function TwoDays({ days, set, of = '' }: { days: Days; set: (days: Days) => void; of?: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <DayField label={`First day${of}`} day={days.from} max={days.to} set={(from) => set({ ...days, from })} />
      <span className="text-xs text-ink-3">to</span>
      <DayField label={`Last day${of}`} day={days.to} min={days.from} set={(to) => set({ ...days, to })} />
    </span>
  );
}
