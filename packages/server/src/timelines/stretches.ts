import { storeTime } from '../store/storeTime.ts';

/** What is known of each member of a story, in events and epoch milliseconds. */
export interface Extent {
  events: number;
  firstSeen: number;
  lastSeen: number;
}

/** A story of more events than that is not looked through as a whole for each of its pages. */
export const long = 20_000;

/** Beyond every time that an event may have, in epoch milliseconds. */
export const forever = 9_999_999_999_999;

/** How many times the page's events the first stretch would hold if a story were spread evenly, and each further one. */
const ample = 4;
const wider = 16;

export interface Stretch {
  whole: boolean;
  since: string;
  until: string;
}

/** The stretches of time in which a page is looked for, one after the other until it is found: of a short story the whole of it. */
export function* stretches(
  members: readonly Extent[],
  after: string | undefined,
  limit: number,
  longFrom: number,
): Generator<Stretch> {
  const at = (time: number) => storeTime(new Date(time).toISOString());
  const events = members.reduce((sum, member) => sum + member.events, 0);
  if (events >= longFrom) {
    const from = Math.min(...members.map(({ firstSeen }) => firstSeen));
    // Whoever acts for a group without being in it may have been seen later.
    const until = after === undefined ? forever : Date.parse(after);
    const to = Math.min(until, Math.max(...members.map(({ lastSeen }) => lastSeen)));
    let length = (Math.max(to - from, 1) / events) * limit * ample;
    for (; to - length > from; length *= wider) {
      yield { whole: false, since: at(to - length), until: at(until) };
    }
  }
  yield { whole: true, since: at(0), until: at(forever) };
}
