import { type InputHTMLAttributes, useId } from 'react';

export interface LabelledFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  /** Below the field, and read with it. */
  hint?: string | undefined;
  set: (value: string) => void;
}

/** A field with its label above it. */
export function LabelledField({ label, hint, set, className = '', ...rest }: LabelledFieldProps) {
  const id = useId();
  return (
    <div className="mt-4">
      <label htmlFor={id} className="block text-xs font-medium text-ink-2">
        {label}
      </label>
      <input
        id={id}
        className={`field mt-1 w-full ${className}`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => set(event.target.value)}
        {...rest}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
