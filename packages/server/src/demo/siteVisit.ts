import { type ArrivalKind, arrive } from './arrivals.ts';
import type { DemoEvent } from './demoEvent.ts';
import { minute, second } from './duration.ts';
import type { EventWriter, Origin } from './eventWriter.ts';
import type { Random } from './random.ts';
import { readPages, type SitePage, siteOrigin } from './sitePages.ts';

/**
 * One visit to the public site, page after page; `last` are pages that it ends with whatever else is read.
 * Ends at the time of its last page.
 */
export function siteVisit(
  random: Random,
  write: EventWriter,
  origin: Origin,
  kind: ArrivalKind,
  last: readonly SitePage[] = [],
): { events: DemoEvent[]; endedAt: number } {
  const arrival = arrive(random, kind);
  const events: DemoEvent[] = [];
  let at = origin.at;
  let previous: string | undefined;
  for (const page of [...readPages(random, kind), ...last]) {
    const from = previous === undefined ? { referrer: arrival.referrer, arrival } : { referrer: previous };
    events.push(write.page({ ...origin, at }, { ...page, origin: siteOrigin }, from));
    previous = siteOrigin + page.path;
    at += random.integer(12 * second, 4 * minute);
  }
  return { events, endedAt: at };
}
