import { useId } from 'react';
import { Choice } from '../ui/Choice.tsx';
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
  const id = useId();
  const field = 'num h-7 rounded-md border bg-raised px-1.5 text-xs';
  return (
    <span className="inline-flex items-center gap-1">
      <label htmlFor={`${id}from`} className="sr-only">
        First day{of}
      </label>
      <input
        id={`${id}from`}
        type="date"
        required
        className={field}
        max={days.to}
        value={days.from}
        onChange={(event) => event.target.value !== '' && set({ ...days, from: event.target.value })}
      />
      <span className="text-xs text-ink-3">to</span>
      <label htmlFor={`${id}to`} className="sr-only">
        Last day{of}
      </label>
      <input
        id={`${id}to`}
        type="date"
        required
        className={field}
        min={days.from}
        value={days.to}
        onChange={(event) => event.target.value !== '' && set({ ...days, to: event.target.value })}
      />
    </span>
  );
}
