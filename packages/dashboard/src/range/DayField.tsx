import { useId } from 'react';

export interface DayFieldProps {
  /** For screen readers. */
  label: string;
  /** "2026-03-31". */
  day: string;
  min?: string;
  max?: string;
  set: (day: string) => void;
}

/** A day, typed or picked. What is no day yet is not set. */
export function DayField({ label, day, min, max, set }: DayFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="date"
        required
        className="num h-7 rounded-md border bg-raised px-1.5 text-xs"
        min={min}
        max={max}
        value={day}
        onChange={({ target: { value } }) => value !== '' && set(value)}
      />
    </>
  );
}
