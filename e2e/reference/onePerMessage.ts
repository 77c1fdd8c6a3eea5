import { type AcceptedEvent, compareText, inOrder } from './acceptedEvent.ts';

/** Which of two different events under one messageId counts: negative if the first. By content, never by arrival. */
export type CompareContent = (a: AcceptedEvent, b: AcceptedEvent) => number;

/** What the client repeats when it sends an event again: everything but the times that differ from try to try. */
export function contentOf({ receivedAt: _, timestamp: __, ...content }: AcceptedEvent): string {
  return canonical(content);
}

export const byContent: CompareContent = (a, b) => compareText(contentOf(a), contentOf(b));

/**
 * A messageId counts once. Among different contents the caller's comparison decides; among true copies the one received
 * first counts, and of two received together the one with the earlier time. The result is in the order of events.
 */
export function onePerMessage(
  accepted: readonly AcceptedEvent[],
  compareContent: CompareContent = byContent,
): AcceptedEvent[] {
  const winners = new Map<string, AcceptedEvent>();
  for (const event of accepted) {
    const winner = winners.get(event.messageId);
    if (winner === undefined || beats(event, winner, compareContent)) winners.set(event.messageId, event);
  }
  return [...winners.values()].sort(inOrder);
}

function beats(a: AcceptedEvent, b: AcceptedEvent, compareContent: CompareContent): boolean {
  const order =
    (contentOf(a) === contentOf(b) ? 0 : compareContent(a, b)) ||
    a.receivedAt - b.receivedAt ||
    a.timestamp - b.timestamp;
  return order < 0;
}

/** JSON with the keys of every object sorted, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareText(a, b)))
      : inner,
  );
}
