import { discoveries, returns } from './arrivals.ts';
import { appSession } from './appSession.ts';
import type { Browser } from './browsers.ts';
import { type Company, moveTime, nextEmployer } from './company.ts';
import type { DemoEvent, Json } from './demoEvent.ts';
import { day, hour, second } from './duration.ts';
import { createEventWriter, type Origin } from './eventWriter.ts';
import { officeHours } from './officeHours.ts';
import { inventPerson, type Person, workEmail } from './person.ts';
import { appOrigin, pricing, signUp } from './sitePages.ts';
import { siteVisit } from './siteVisit.ts';
import type { World } from './world.ts';

/**
 * Everything one member of a company does in browsers, in order of time: anonymous reading, the sign-up (or, for
 * colleagues, the invitation accepted weeks later), work in the product, and for some a change of company. It is endless
 * or ends with the company's subscription; the reader stops at the present.
 */
export function* personStory(world: World, company: Company, ordinal: number): Generator<DemoEvent> {
  const person = inventPerson(world, company, ordinal);
  const { random, laptop, phone } = person;
  const write = createEventWriter(person.key);
  const joins = ordinal === 0 ? company.signedUp : joinTime(company, person);
  const place = company.place;
  const from = (at: number, browser: Browser, userId?: string): Origin => ({ at, place, browser, ...(userId ? { userId } : {}) });

  // Reading. The first visit discovers the product, later ones come back; a phone shows up now and then.
  const size = company.employees > 200 ? 'large' : 'small';
  const visits = ordinal === 0 ? random.integer(1, 7) : random.chance(0.4) ? random.integer(1, 3) : 0;
  const leadIn = random.between(0.15, 1) * world.leadIn;
  const times = Array.from({ length: visits }, () =>
    officeHours(random, joins - 8 * hour - random.next() ** 1.5 * leadIn, place.utcOffsetHours),
  ).filter((time) => time < joins - 3 * hour);
  let free = 0;
  for (const [index, time] of times.sort((a, b) => a - b).entries()) {
    const at = Math.max(time, free);
    const browser = phone && random.chance(0.35) ? phone : laptop;
    const visit = siteVisit(random, write, from(at, browser), random.weighted(index === 0 ? discoveries[size] : returns));
    yield* visit.events;
    free = visit.endedAt + hour;
    // A guide for an address: known by e-mail before any account exists.
    if (index > 0 && random.chance(0.12)) {
      yield write.identify(from(visit.endedAt, browser), { email: person.email });
      yield write.track(from(visit.endedAt + second, browser), 'Guide Downloaded', { guide: 'b2b-benchmarks' });
    }
  }

  let now: number;
  if (ordinal === 0) {
    const visit = siteVisit(random, write, from(Math.max(joins, free), laptop), random.weighted(visits === 0 ? discoveries[size] : returns), [pricing, signUp]);
    yield* visit.events;
    now = visit.endedAt;
    yield write.identify(from(now, laptop, person.userId), person.traits);
    yield write.track(from(now + 1 * second, laptop, person.userId), 'Signed Up', { method: random.pick(['google', 'email', 'email']) });
    yield write.group(from(now + 2 * second, laptop, person.userId), company.groupId, company.traits);
    if (company.subscription.trialStarted !== undefined) {
      now += random.integer(40, 400) * second;
      yield write.track(from(now, laptop, person.userId), 'Trial Started', { trialDays: 14 });
    }
  } else {
    now = Math.max(joins, free);
    const invitation = { referrer: '', arrival: inviteMail };
    yield write.page(from(now, laptop), { path: '/invite', title: 'Join your team · Lumenboard', origin: appOrigin }, invitation);
    now += random.integer(30, 90) * second;
    // Some products name the company along with the user instead of making a call of its own.
    if (random.chance(0.15)) {
      yield write.identify(from(now, laptop, person.userId), { ...person.traits, companyId: company.groupId, companyName: company.name });
    } else {
      yield write.identify(from(now, laptop, person.userId), person.traits);
      yield write.group(from(now + 1 * second, laptop, person.userId), company.groupId, { name: company.name });
    }
    yield write.track(from(now + 2 * second, laptop, person.userId), 'Invitation Accepted');
  }

  yield* work(world, company, person, ordinal, now + 5 * second);
}

const inviteMail = {
  kind: 'newsletter' as const,
  referrer: '',
  campaign: { source: 'product', medium: 'email', name: 'team-invite' },
  search: '?utm_source=product&utm_medium=email&utm_campaign=team-invite',
};

function joinTime(company: Company, { random }: Person): number {
  return officeHours(random, company.signedUp + random.between(2, 75) * day, company.place.utcOffsetHours) + day;
}

function* work(world: World, company: Company, person: Person, ordinal: number, joined: number): Generator<DemoEvent> {
  const { random, laptop, phone, userId } = person;
  const write = createEventWriter(`${person.key}-app`);
  const place = company.place;
  const next = ordinal === 1 ? nextEmployer(world, company) : undefined;
  const moves = next ? Math.max(moveTime(company), joined + 20 * day) : Number.POSITIVE_INFINITY;
  const ends = company.subscription.ends ?? Number.POSITIVE_INFINITY;
  const meanGap = random.between(4, 20) * day;
  const seen = new Set<Browser>([laptop]);
  let employer = company;
  let browser = laptop;
  let at = joined;
  while (at < ends || next) {
    if (next && at >= moves && employer === company) {
      // A new employer, a new laptop, a new address; the account stays the same user.
      employer = next;
      browser = person.newLaptop;
      seen.add(browser);
      const traits: Json = { ...person.traits, email: workEmail(person.firstName, person.lastName, 9, next) };
      yield write.identify({ at, place, browser, userId }, traits);
      yield write.group({ at: at + second, place, browser, userId }, next.groupId, { name: next.name });
      at += 2 * second;
    }
    const current = phone && random.chance(0.12) ? phone : browser;
    if (!seen.has(current)) {
      seen.add(current);
      yield write.identify({ at, place, browser: current, userId }, { email: person.email });
      at += second;
    }
    const session = appSession(random, write, { at, place, browser: current, userId });
    yield* session;
    const ended = Date.parse(session.at(-1)?.timestamp ?? '') || at;
    at = Math.max(officeHours(random, ended + random.wait(meanGap) + 0.5 * day, place.utcOffsetHours), ended + 2 * hour);
  }
}
