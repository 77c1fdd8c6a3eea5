import { useId } from 'react';

export interface Option {
  value: string;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
}

export interface ChoiceProps {
  label: string;
  value: string;
  options: Option[];
  set: (value: string) => void;
  /** Shows the label in front of the field. */
  named?: boolean;
}

/** One of several values, as the platform's own list: it works on a phone, by keyboard and by voice. */
export function Choice({ label, value, options, set, named = false }: ChoiceProps) {
  const id = useId();
  const groups = [...new Set(options.map((option) => option.group))];
  const known = options.some((option) => option.value === value);
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      {named && (
        <label htmlFor={id} className="text-xs text-ink-3">
          {label}
        </label>
      )}
      <select
        id={id}
        aria-label={named ? undefined : label}
        value={value}
        onChange={(event) => set(event.target.value)}
        className="h-7 max-w-48 min-w-0 truncate rounded-md border bg-raised px-1.5 text-xs font-medium text-ink"
      >
        {!known && <option value={value}>{value}</option>}
        {groups.map((group) => {
          const own = options
            .filter((option) => option.group === group)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ));
          return group === undefined ? (
            own
          ) : (
            <optgroup key={group} label={group}>
              {own}
            </optgroup>
          );
        })}
      </select>
    </span>
  );
}
