import { firstWords, secondWords } from './companyNames.ts';
import type { Json } from './demoEvent.ts';
import { officeHours } from './officeHours.ts';
import { type Place, places } from './places.ts';
import { inventSubscription, type Subscription } from './subscription.ts';
import type { World } from './world.ts';

export interface Company {
  slot: number;
  groupId: string;
  name: string;
  domain: string;
  /** Number of employees. */
  employees: number;
  place: Place;
  signedUp: number;
  /** Colleagues that end up with an account, the first included. */
  people: number;
  subscription: Subscription;
  /** What the product sends with the first `group` call. */
  traits: Json;
}

const bands = [
  [3, 10],
  [11, 50],
  [51, 200],
  [201, 500],
  [501, 1000],
  [1001, 5000],
] as const;

/** The company that signs up in this slot; the same on every call. */
export function inventCompany(world: World, slot: number): Company {
  const random = world.random.fork(`company ${slot}`);
  const { name, industry } = nameOf(world, slot);
  const domain = `${name.toLowerCase().replaceAll(' ', '-')}.example`;
  const band = random.weighted([
    [0, 14],
    [1, 30],
    [2, 26],
    [3, 14],
    [4, 9],
    [5, 7],
  ] as const);
  const [smallest, largest] = bands[band];
  const employees = random.integer(smallest, largest);
  const place = random.pick(places);
  const slotStart = slot * world.slotWidth;
  const signedUp = officeHours(random, slotStart + random.next() * world.slotWidth, place.utcOffsetHours);
  const traits: Json = {
    name,
    description: `${industry} company in ${place.city}`,
    website: random.pick([`https://www.${domain}/`, `www.${domain}`, domain]),
    industry,
    employees: random.chance(0.5) ? employees : `${smallest}-${largest}`,
    linkedInUrl: `https://www.linkedin.com/company/${domain.replace('.', '-')}`,
    email: `hello@${domain}`,
    plan: 'trial',
    createdAt: new Date(signedUp).toISOString(),
    address: {
      street: `${random.integer(1, 400)} Market Street`,
      city: place.city,
      state: place.state,
      postalCode: String(random.integer(10000, 99999)),
      country: place.country,
    },
    region: place.region,
    annualRevenue: String(employees * random.integer(90, 240) * 1_000),
  };
  if (random.chance(0.7)) traits.phone = `${place.phone}${random.integer(10, 99)}`;
  return {
    slot,
    groupId: `company_${random.id(8)}`,
    name,
    domain,
    employees,
    place,
    signedUp,
    people: Math.min(9, 2 + Math.floor(random.wait(0.6 + Math.log10(employees)))),
    subscription: inventSubscription(random, signedUp, employees),
    traits,
  };
}

/**
 * Walks through all pairs of words before one comes again; 617 has no divisor in common with their number. Worlds of more
 * companies than pairs tell namesakes apart by a letter.
 */
function nameOf(world: World, slot: number): { name: string; industry: string } {
  const pairs = firstWords.length * secondWords.length;
  const pair = (slot * 617) % pairs;
  const first = firstWords[pair % firstWords.length] ?? firstWords[0];
  const [second, industry] = secondWords[Math.floor(pair / firstWords.length)] ?? secondWords[0];
  const namesakes = world.lastSlot - world.firstSlot >= pairs;
  const letter = namesakes ? ` ${String.fromCharCode(65 + (Math.floor(slot / pairs) % 26))}` : '';
  return { name: `${first} ${second}${letter}`, industry };
}

/** Every eighth company loses a colleague to this one, which signed up somewhat earlier. */
export function nextEmployer(world: World, company: Company): Company | undefined {
  return company.slot % 8 === 3 ? inventCompany(world, company.slot - 3 - (company.slot % 5)) : undefined;
}
