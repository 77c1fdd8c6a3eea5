import type { Pasts } from '../attribution/pasts.ts';
import type { Store } from '../store/store.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import type { Erased } from './answers.ts';

/** What the API works with. */
export interface ApiCollaborators {
  store: Store;
  workspaces: Workspaces;
  /** Returns when what was stored before is derived, if that will not take long. */
  fresh(): Promise<void>;
  /** Derives a workspace again from its events; returns when it is done. */
  derivedAgain(workspaceId: string): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Answers as of past moments. */
  pasts: Pick<Pasts, 'ask'>;
  /** Takes up changed exchange rates; returns when payments are converted by them. */
  ratesChanged(workspaceId: string): Promise<void>;
  forget: {
    person(workspaceId: string, personId: string): Promise<Erased | undefined>;
    group(workspaceId: string, groupId: string): Promise<Erased | undefined>;
  };
}
