import type { Arrival } from './arrivals.ts';
import type { Browser } from './browsers.ts';
import type { DemoEvent, Json } from './demoEvent.ts';
import type { Place } from './places.ts';
import type { SitePage } from './sitePages.ts';

/** From where a call is made: a browser, or the product's own backend if there is none. */
export interface Origin {
  at: number;
  place: Place;
  browser?: Browser;
  userId?: string;
}

export interface EventWriter {
  page(origin: Origin, page: SitePage & { origin: string }, from: { referrer: string; arrival?: Arrival }): DemoEvent;
  track(origin: Origin, event: string, properties?: Json): DemoEvent;
  identify(origin: Origin, traits: Json): DemoEvent;
  group(origin: Origin, groupId: string, traits: Json): DemoEvent;
}

/**
 * Writes the events of one teller under ids `demo-<key>-1`, `-2`, …: the n-th event of a teller always has the same id,
 * which makes a second run of the demo a repeat and not a second demo.
 */
export function createEventWriter(key: string): EventWriter {
  let count = 0;
  const head = (type: DemoEvent['type'], { at, place, browser, userId }: Origin, context: Json): DemoEvent => {
    count += 1;
    return {
      type,
      messageId: `demo-${key}-${count}`,
      timestamp: new Date(at).toISOString(),
      ...(browser ? { anonymousId: browser.anonymousId } : {}),
      ...(userId ? { userId } : {}),
      context: browser
        ? { locale: place.locale, timezone: place.timezone, userAgent: browser.userAgent, ...context }
        : { library: { name: 'lumenboard-backend', version: '4.2.0' }, ...context },
    };
  };
  return {
    page(origin, { path, title, origin: site }, { referrer, arrival }) {
      const search = arrival?.search ?? '';
      const page = { title, url: `${site}${path}${search}`, path, search, referrer };
      const context: Json = { page };
      if (arrival?.campaign) context.campaign = arrival.campaign;
      const { width, height } = origin.browser ?? {};
      return { ...head('page', origin, context), properties: { ...page, width, height } };
    },
    track: (origin, event, properties = {}) => ({ ...head('track', origin, {}), event, properties }),
    identify: (origin, traits) => ({ ...head('identify', origin, {}), traits }),
    group: (origin, groupId, traits) => ({ ...head('group', origin, {}), groupId, traits }),
  };
}
