import type { TimelineEvent } from '@spectacle/server/answers';
import { describeEvent } from './describeEvent.ts';

/** The event that made somebody of an anonymous visitor. */
export interface LinkReason {
  event: TimelineEvent;
  /** How that event reads, "Identified ada@acme.com". */
  words: string;
}

/**
 * Why an anonymous event counts for a person: the first event of the same browser that said who it is.
 *
 * @param events the timeline, newest first
 */
export function linkReason(event: TimelineEvent, events: TimelineEvent[]): LinkReason | null {
  if (!event.anonymous || event.anonymousId === null) return null;
  const named = events.findLast((each) => each.anonymousId === event.anonymousId && !each.anonymous);
  if (!named) return null;
  const { verb, object } = describeEvent(named);
  return { event: named, words: `${verb} ${object}`.trim() };
}
