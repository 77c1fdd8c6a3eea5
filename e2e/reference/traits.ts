import type { AcceptedEvent, Json } from './acceptedEvent.ts';

/** Section 3: traits merge key by key, the latest value stands, null clears. The values come oldest first. */
export function merge(values: readonly Json[]): Json {
  const merged = new Map<string, unknown>();
  for (const traits of values) {
    for (const [key, value] of Object.entries(traits)) merged.set(key, value);
  }
  return Object.fromEntries([...merged].filter(([, value]) => value !== null));
}

export function personTraits(events: readonly AcceptedEvent[]): Json {
  return merge(events.filter(({ type }) => type === 'identify').map(({ traits }) => traits));
}

/** An identify with `companyId` is a group call in disguise, and its `companyName` is that group's name. */
export function groupTraits(events: readonly AcceptedEvent[], groupId: string): Json {
  const naming = events.filter((event) => event.groupId === groupId);
  return merge(
    naming.map(({ type, traits }) => {
      if (type === 'group') return traits;
      return 'companyName' in traits ? { name: traits.companyName } : {};
    }),
  );
}
