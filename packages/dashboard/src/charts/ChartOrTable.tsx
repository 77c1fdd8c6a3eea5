import { type ReactNode, useState } from 'react';

export interface ChartOrTableProps {
  title: ReactNode;
  /** What decides what is drawn, beside the title. */
  controls?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}

/** A picture with a switch to its numbers. */
export function ChartOrTable({ title, controls, chart, table }: ChartOrTableProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section>
      <div className="flex min-h-10 flex-wrap items-center gap-2 px-4 py-1.5">
        <h2 className="text-sm font-semibold">{title}</h2>
        {controls}
        <fieldset aria-label="Shown as" className="ml-auto flex rounded-md border p-0.5">
          {(['Chart', 'Table'] as const).map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={asTable === (name === 'Table')}
              onClick={() => setAsTable(name === 'Table')}
              className="h-6 rounded px-2 text-xs text-ink-2 hover:text-ink aria-pressed:bg-active aria-pressed:font-medium aria-pressed:text-ink"
            >
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      {asTable ? table : chart}
    </section>
  );
}
