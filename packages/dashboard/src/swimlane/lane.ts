import type { TimelineEvent } from '@spectacle/server/answers';

/** One horizontal lane: a person of a company, or a browser of a person. */
export interface Lane {
  id: string;
  label: string;
  /** Job title, or how the browser came to be linked. */
  detail: string | null;
  /** Colour token `--lane-…`. */
  colour: string;
  /** Oldest first. */
  events: TimelineEvent[];
  /** When the person belonged to the company; `until: null` is now. */
  membership: { since: number; until: number | null } | null;
}

const colours = 10;

/** The colour of the n-th lane; after ten they begin again. */
export function laneColour(index: number): string {
  return `var(--lane-${index % colours})`;
}

/**
 * Sorts the events of a timeline (newest first) into lanes by a key, the lane of the earliest event first.
 *
 * @example groupLanes(events, (event) => event.personId) // Map { 'user:ada' => [oldest, …, newest], … }
 */
export function groupLanes(
  events: TimelineEvent[],
  keyOf: (event: TimelineEvent) => string,
): Map<string, TimelineEvent[]> {
  const lanes = new Map<string, TimelineEvent[]>();
  for (const event of events.toReversed()) {
    const key = keyOf(event);
    const lane = lanes.get(key);
    if (lane) lane.push(event);
    else lanes.set(key, [event]);
  }
  return lanes;
}
