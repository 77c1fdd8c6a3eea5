export interface ShownAsProps<Name extends string> {
  names: readonly Name[];
  value: Name;
  set: (name: Name) => void;
}

/** One of a few ways to show the same thing, side by side. */
export function ShownAs<Name extends string>({ names, value, set }: ShownAsProps<Name>) {
  return (
    <fieldset aria-label="Shown as" className="ml-auto flex rounded-md border p-0.5">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={value === name}
          onClick={() => set(name)}
          className="h-6 rounded px-2 text-xs text-ink-2 hover:text-ink aria-pressed:bg-active aria-pressed:font-medium aria-pressed:text-ink"
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
