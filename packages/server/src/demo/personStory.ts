import { acceptingInvitation } from './acceptingInvitation.ts';
import type { Company } from './company.ts';
import type { DemoEvent } from './demoEvent.ts';
import { day, minute } from './duration.ts';
import { createEventWriter } from './eventWriter.ts';
import { officeHours } from './officeHours.ts';
import { inventPerson } from './person.ts';
import { reading } from './reading.ts';
import { signingUp } from './signingUp.ts';
import { working } from './working.ts';
import type { World } from './world.ts';

/**
 * Everything one member of a company does in browsers, in order of time: anonymous reading, the sign-up (for colleagues
 * the invitation, weeks later), work in the product. It may have no end; the listener stops at the present.
 */
export function* personStory(world: World, company: Company, ordinal: number): Generator<DemoEvent> {
  const person = inventPerson(world, company, ordinal);
  const { random } = person;
  const write = createEventWriter(person.key);
  const founds = ordinal === 0;
  const joins = founds
    ? company.signedUp
    : officeHours(random, company.signedUp + (2 + 78 * random.next() ** 2) * day, company.place.utcOffsetHours);
  // An invitation that comes after the company has left, or before the sign-up through a weekend, is never sent.
  if (joins >= (company.subscription.ends ?? Number.POSITIVE_INFINITY) || joins < company.signedUp) return;

  const visits = founds ? random.integer(0, 7) : random.chance(0.4) ? random.integer(1, 3) : 0;
  const read = reading(person, company, write, visits, joins, world.leadIn);
  yield* read;
  const joined = founds
    ? signingUp(person, company, write, joins, read.length > 0)
    : acceptingInvitation(person, company, write, joins);
  yield* joined;
  const since = Date.parse(joined.at(-1)?.timestamp ?? '') + minute;
  yield* working(world, company, person, ordinal, write, since);
}
