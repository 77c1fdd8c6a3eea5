import { discoveries, returns } from './arrivals.ts';
import { inventBrowser } from './browsers.ts';
import type { DemoEvent } from './demoEvent.ts';
import { day } from './duration.ts';
import { createEventWriter } from './eventWriter.ts';
import { officeHours } from './officeHours.ts';
import { places } from './places.ts';
import { siteVisit } from './siteVisit.ts';
import type { World } from './world.ts';

/** A visitor of the time of this slot who never says who it is: a visit or a few, in order of time. */
export function* passerBy(world: World, slot: number, ordinal: number): Generator<DemoEvent> {
  const random = world.random.fork(`passer-by ${slot}.${ordinal}`);
  const browser = inventBrowser(random, random.chance(0.4) ? 'phone' : 'desktop');
  const write = createEventWriter(random.id(10));
  const place = random.pick(places);
  let at = officeHours(random, (slot + random.next()) * world.slotWidth, place.utcOffsetHours);
  let kind = random.weighted(discoveries[random.chance(0.3) ? 'large' : 'small']);
  do {
    const visit = siteVisit(random, write, { at, place, browser }, kind);
    yield* visit.events;
    at = Math.round(visit.endedAt + random.between(0.2, 12) * day);
    kind = random.weighted(returns);
  } while (random.chance(0.25));
}
