import type { Group, Person, World } from './reference.ts';

/** What only the longer answers about one person or group tell. */
type Longer = 'memberships' | 'members' | 'former' | 'firstTouch' | 'timeline';
type Partly<T> = Omit<T, Longer> & Partial<Pick<T, Longer & keyof T>>;

/** What somebody, the reference or the server, tells about people, groups and events; of some perhaps not everything. */
export interface Told {
  readonly persons: readonly Partly<Person>[];
  readonly groups: readonly Partly<Group>[];
  /** By messageId: when it was, and whether it began a visit. */
  readonly events: ReadonlyMap<string, { readonly timestamp: number; readonly visit: boolean }>;
}

export type ToldPerson = Told['persons'][number];
export type ToldGroup = Told['groups'][number];

export function tell({ events, visits, persons, groups }: World): Told {
  const moments = events.map(
    ({ messageId, timestamp }) => [messageId, { timestamp, visit: visits.has(messageId) }] as const,
  );
  return { persons, groups, events: new Map(moments) };
}
