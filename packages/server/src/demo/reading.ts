import { discoveries, returns } from './arrivals.ts';
import type { Company } from './company.ts';
import type { DemoEvent } from './demoEvent.ts';
import { hour, second } from './duration.ts';
import type { EventWriter } from './eventWriter.ts';
import { officeHours } from './officeHours.ts';
import type { Person } from './person.ts';
import { siteVisit } from './siteVisit.ts';

/** How a company of this size finds the product for the first time. */
export function discoveryOf(company: Company) {
  return discoveries[company.employees > 200 ? 'large' : 'small'];
}

/**
 * The visits of somebody who has no account yet, spread over the weeks before `until`, denser towards the end. The first
 * discovers the product, later ones come back, now and then on the phone.
 */
export function reading(
  person: Person,
  company: Company,
  write: EventWriter,
  visits: number,
  until: number,
  leadIn: number,
): DemoEvent[] {
  const { random, laptop, phone } = person;
  const { place } = company;
  const span = random.between(0.15, 1) * leadIn;
  const times = Array.from({ length: visits }, () =>
    officeHours(random, until - random.next() ** 1.5 * span, place.utcOffsetHours),
  ).sort((a, b) => a - b);
  const events: DemoEvent[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const [index, time] of times.entries()) {
    const at = Math.max(time, free);
    if (at > until - 3 * hour) break;
    const browser = phone && random.chance(0.35) ? phone : laptop;
    const kind = random.weighted(index === 0 ? discoveryOf(company) : returns);
    const visit = siteVisit(random, write, { at, place, browser }, kind);
    events.push(...visit.events);
    // A guide in exchange for an address: known by e-mail before there is an account.
    if (index > 0 && random.chance(0.15)) {
      const origin = { at: visit.endedAt, place, browser };
      events.push(write.identify(origin, { email: person.email }));
      events.push(write.track({ ...origin, at: origin.at + second }, 'Guide Downloaded', { guide: 'b2b-benchmarks' }));
    }
    free = visit.endedAt + hour;
  }
  return events;
}
