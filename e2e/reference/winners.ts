import type { AcceptedEvent } from './acceptedEvent.ts';
import { byContent, type CompareContent, contentOf } from './onePerMessage.ts';

/**
 * Which of different events under one messageId counts is the collector's choice, as long as it goes by content. These
 * are all the choices that it has, each as a comparison for the reference; just one if no messageId was used twice.
 */
export function possibleWinners(accepted: readonly AcceptedEvent[]): CompareContent[] {
  const contents = new Map<string, Set<string>>();
  for (const event of accepted) {
    contents.set(event.messageId, (contents.get(event.messageId) ?? new Set()).add(contentOf(event)));
  }
  let choices: ReadonlySet<string>[] = [new Set()];
  for (const rivals of contents.values()) {
    if (rivals.size > 1) choices = choices.flatMap((chosen) => [...rivals].map((rival) => new Set([...chosen, rival])));
  }
  return choices.map(
    (chosen) => (a, b) => Number(chosen.has(contentOf(b))) - Number(chosen.has(contentOf(a))) || byContent(a, b),
  );
}
