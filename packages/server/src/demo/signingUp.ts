import { returns } from './arrivals.ts';
import type { Company } from './company.ts';
import type { DemoEvent } from './demoEvent.ts';
import { second } from './duration.ts';
import type { EventWriter } from './eventWriter.ts';
import type { Person } from './person.ts';
import { discoveryOf } from './reading.ts';
import { pricing, signUp } from './sitePages.ts';
import { siteVisit } from './siteVisit.ts';

/** The visit in which the first person of a company signs up, and with it the company. */
export function signingUp(
  person: Person,
  company: Company,
  write: EventWriter,
  at: number,
  hasVisited: boolean,
): DemoEvent[] {
  const { random, laptop: browser, userId } = person;
  const { place, subscription } = company;
  const kind = random.weighted(hasVisited ? returns : discoveryOf(company));
  const visit = siteVisit(random, write, { at, place, browser }, kind, [pricing, signUp]);
  const after = (milliseconds: number) => ({ at: visit.endedAt + milliseconds, place, browser, userId });
  const events = [
    ...visit.events,
    write.identify(after(0), person.traits),
    write.track(after(second), 'Signed Up', { method: random.pick(['google', 'email', 'email']) }),
    write.group(after(2 * second), company.groupId, company.traits),
  ];
  if (subscription.startsTrial) {
    events.push(write.track(after(random.integer(40, 400) * second), 'Trial Started', { trialDays: 14 }));
  }
  return events;
}
