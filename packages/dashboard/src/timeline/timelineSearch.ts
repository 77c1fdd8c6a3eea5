import { textOf } from '../shell/searchParams.ts';

export const shows = ['all', 'visits', 'events', 'money'] as const;
export type Show = (typeof shows)[number];

/** What a company's or a person's page remembers in its address. */
export interface TimelineSearch {
  show?: Show | undefined;
  /** Only this person's events. */
  person?: string | undefined;
  /** The event whose details are open, by its messageId. */
  event?: string | undefined;
}

export function readTimelineSearch(raw: Record<string, unknown>): TimelineSearch {
  const show = textOf(raw.show);
  return {
    show: shows.find((each) => each === show && each !== 'all'),
    person: textOf(raw.person),
    event: textOf(raw.event),
  };
}
