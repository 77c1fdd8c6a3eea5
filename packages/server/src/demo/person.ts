import { type Browser, inventBrowser } from './browsers.ts';
import type { Company } from './company.ts';
import type { Json } from './demoEvent.ts';
import { firstNames, jobTitles, lastNames } from './personNames.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

export interface Person {
  /** Names the person's events; unique in the world. */
  key: string;
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  traits: Json;
  laptop: Browser;
  /** Most people read on a phone too; some never log in there. */
  phone: Browser | undefined;
  /** What a new employer hands out. */
  newLaptop: Browser;
  random: Random;
}

/** The person who joins a company as the given one, from 0; the same on every call. */
export function inventPerson(world: World, company: Company, ordinal: number): Person {
  const random = world.random.fork(`person ${company.slot}.${ordinal}`);
  const firstName = random.pick(firstNames);
  const lastName = random.pick(lastNames);
  const email = workEmail(firstName, lastName, ordinal, company);
  const traits: Json = { email, firstName, lastName, title: random.pick(jobTitles) };
  if (random.chance(0.3)) traits.phone = `${company.place.phone}${random.integer(10, 99)}`;
  return {
    key: random.id(10),
    userId: `user_${random.id(8)}`,
    firstName,
    lastName,
    email,
    traits,
    laptop: inventBrowser(random, 'desktop'),
    phone: random.chance(0.55) ? inventBrowser(random, 'phone') : undefined,
    newLaptop: inventBrowser(random, 'desktop'),
    random,
  };
}

/** Colleagues after the first carry a number where two could share a name; hardly anybody's address shows that it does. */
export function workEmail(firstName: string, lastName: string, ordinal: number, company: Company): string {
  return `${firstName}.${lastName}${ordinal > 4 ? ordinal : ''}@${company.domain}`.toLowerCase();
}
