import { appSession } from './appSession.ts';
import { type Company, nextEmployer } from './company.ts';
import type { DemoEvent } from './demoEvent.ts';
import { day, hour, second } from './duration.ts';
import type { EventWriter } from './eventWriter.ts';
import { officeHours } from './officeHours.ts';
import { type Person, workEmail } from './person.ts';
import type { World } from './world.ts';

/**
 * The sessions of a member in the product from `since` on, without an end unless the company leaves. The second member
 * of some companies changes to another one; that story goes on there.
 */
export function* working(
  world: World,
  company: Company,
  person: Person,
  ordinal: number,
  write: EventWriter,
  since: number,
): Generator<DemoEvent> {
  const { random, laptop, phone, newLaptop, userId } = person;
  const { place } = company;
  const employer = ordinal === 1 ? nextEmployer(world, company) : undefined;
  let moves = employer ? since + random.between(45, 100) * day : Number.POSITIVE_INFINITY;
  const ends = company.subscription.ends ?? Number.POSITIVE_INFINITY;
  const meanGap = random.between(5, 24) * day;
  const loggedIn = new Set([laptop]);
  let desk = laptop;
  let email = person.email;
  for (let at = since; ; ) {
    if (at >= ends && desk === laptop) {
      if (!employer) return;
      at = Math.max(at, moves);
    }
    if (employer && at >= moves) {
      // A new employer, a new laptop and a new address; the account stays the same.
      moves = Number.POSITIVE_INFINITY;
      desk = newLaptop;
      loggedIn.add(desk);
      email = workEmail(person.firstName, person.lastName, 9, employer);
      const origin = { place, browser: desk, userId };
      yield write.identify({ ...origin, at }, { email });
      const joined = write.group({ ...origin, at: at + second }, employer.groupId, { name: employer.name });
      // An employer from before the range is not in this world; the call keeps its number all the same.
      if (employer.slot >= world.firstSlot) yield joined;
      at += 2 * second;
    }
    const browser = phone && random.chance(0.12) ? phone : desk;
    const origin = { place, browser, userId };
    if (!loggedIn.has(browser)) {
      loggedIn.add(browser);
      yield write.identify({ ...origin, at }, { email });
      at += second;
    }
    const session = appSession(random, write, { ...origin, at });
    yield* session.events;
    const gap = 0.4 * day + random.wait(meanGap);
    at = Math.max(officeHours(random, session.endedAt + gap, place.utcOffsetHours), session.endedAt + 2 * hour);
  }
}
