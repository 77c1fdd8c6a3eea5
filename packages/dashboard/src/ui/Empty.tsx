import type { ReactNode } from 'react';

/** An empty state: what is missing, and what to do next. */
export function Empty({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center">
      <span className="grid size-9 place-items-center rounded-lg bg-active text-ink-2">{icon}</span>
      <p className="mt-3 font-medium">{title}</p>
      <div className="mt-1 text-sm text-ink-2">{children}</div>
    </div>
  );
}
