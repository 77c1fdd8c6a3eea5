import { textOf } from '../shell/searchParams.ts';

/** What the live page remembers in its address. */
export interface LiveSearch {
  type?: string | undefined;
  only?: 'rejected' | 'warnings' | undefined;
  company?: string | undefined;
}

export function readLiveSearch(raw: Record<string, unknown>): LiveSearch {
  const only = textOf(raw.only);
  return {
    type: textOf(raw.type),
    only: only === 'rejected' || only === 'warnings' ? only : undefined,
    company: textOf(raw.company),
  };
}
