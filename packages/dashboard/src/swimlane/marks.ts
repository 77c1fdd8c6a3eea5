import type { TimelineEvent } from '@spectacle/server/answers';
import type { Lane } from './lane.ts';

/** An event with its moment read once. */
export interface Placed {
  at: number;
  event: TimelineEvent;
}

/** What is drawn in a lane, each kind by time. */
export interface Marks {
  visits: Placed[];
  /** Page views that began no visit. */
  pages: number[];
  tracks: Placed[];
  money: Placed[];
  /** The first event that said who this is. */
  identified: Placed | null;
  first: number;
  last: number;
  /** From here on the events of the lane are the person's own, not linked later. Null if they all were linked. */
  knownFrom: number | null;
}

export function marksOf(lane: Lane): Marks {
  const placed = lane.events.map((event) => ({ at: Date.parse(event.timestamp), event }));
  const tracks = placed.filter(({ event }) => event.type === 'track');
  const known = placed.find(({ event }) => !event.anonymous);
  return {
    visits: placed.filter(({ event }) => event.visit !== null),
    pages: placed.filter(({ event }) => event.type === 'page' && event.visit === null).map(({ at }) => at),
    tracks: tracks.filter(({ event }) => event.revenue === null),
    money: tracks.filter(({ event }) => event.revenue !== null),
    identified: placed.find(({ event }) => event.type === 'identify') ?? null,
    first: placed[0]?.at ?? 0,
    last: placed[placed.length - 1]?.at ?? 0,
    knownFrom: known?.at ?? null,
  };
}
