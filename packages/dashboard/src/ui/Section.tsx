import type { ReactNode } from 'react';
import { count as counted } from '../display/count.ts';

/** A titled part of a page. */
export function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <section className="border-t pb-2">
      <h2 className="flex h-11 items-center gap-2 px-4 text-sm font-semibold">
        {title}
        {count !== undefined && <span className="num font-normal text-ink-3">{counted(count)}</span>}
      </h2>
      {children}
    </section>
  );
}
