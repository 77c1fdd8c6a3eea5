import type { Session } from '@spectacle/server/answers';

/** A workspace without events starts where its first event comes from. */
export function firstPage({ hasEvents }: Session): '/companies' | '/settings/installation' {
  return hasEvents ? '/companies' : '/settings/installation';
}
