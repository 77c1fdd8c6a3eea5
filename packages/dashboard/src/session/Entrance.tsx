import type { ReactNode } from 'react';
import { Mark } from '../ui/Mark.tsx';

/** The frame of the pages before the log-in: one card in the middle. */
export function Entrance({
  title,
  lead,
  waiting = false,
  children,
}: {
  title: string;
  lead: ReactNode;
  /** Its content is not known yet. */
  waiting?: boolean;
  children?: ReactNode;
}) {
  return (
    <main className="grid h-dvh place-items-center overflow-auto bg-side p-4">
      <div className="w-full max-w-[380px] rounded-xl border bg-raised p-7 shadow-pop">
        <Mark className="size-8" />
        <h1 className="mt-5 text-lg font-semibold tracking-tight break-words">{title}</h1>
        <p className="mt-1 text-sm text-ink-2">{lead}</p>
        {waiting ? <div role="status" aria-label="Loading" className="h-64" /> : children}
      </div>
    </main>
  );
}
