import type { ReactNode } from 'react';
import { useTitle } from '../shell/useTitle.ts';

/** A page of settings: a title, a sentence, and a narrow column. */
export function SettingsFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  useTitle(title);
  return (
    <div className="h-full overflow-auto" data-page-scroller>
      <div className="mx-auto w-full max-w-3xl px-5 pt-8 pb-20">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 text-sm text-ink-2">{lead}</p>
        {children}
      </div>
    </div>
  );
}
