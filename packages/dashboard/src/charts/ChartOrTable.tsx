import { type ReactNode, useState } from 'react';
import { ShownAs } from '../ui/ShownAs.tsx';

export interface ChartOrTableProps {
  title: ReactNode;
  /** What decides what is drawn, beside the title. */
  controls?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}

const ways = ['Chart', 'Table'] as const;

/** A picture with a switch to its numbers. */
export function ChartOrTable({ title, controls, chart, table }: ChartOrTableProps) {
  const [shown, show] = useState<(typeof ways)[number]>('Chart');
  return (
    <section>
      <div className="flex min-h-10 flex-wrap items-center gap-2 px-4 py-1.5">
        <h2 className="text-sm font-semibold">{title}</h2>
        {controls}
        <ShownAs names={ways} value={shown} set={show} />
      </div>
      {shown === 'Table' ? table : chart}
    </section>
  );
}
