import { acceptedOf, type History } from './history.ts';
import type { MembershipMode } from './membership.ts';
import { canonical } from './onePerMessage.ts';
import { answer } from './reference.ts';
import { type Told, tell } from './told.ts';
import { possibleWinners } from './winners.ts';

/**
 * The collector corrects no clock for a delay that a slow request explains: else two calls of one browser would change
 * places when the first travels longer (packages/server/src/collector/stamp.ts).
 */
const transit = 5_000;

/** Where the served answers about a history differ from the reference's: a line for each fact. Empty if they agree. */
export function differences(history: History, served: Told, membership: MembershipMode): string[] {
  const accepted = acceptedOf(history, transit);
  const each = possibleWinners(accepted).map((compareContent) =>
    differencesFrom(tell(answer(accepted, { membership, compareContent })), served),
  );
  return each.sort((a, b) => a.length - b.length)[0] ?? [];
}

function differencesFrom(known: Told, served: Told): string[] {
  // Only some timelines are read, so an event that nobody told is not missing.
  const events = [...served.events.keys()].map((id) => [`event ${id}`, known.events.get(id) ?? {}] as const);
  return [
    ...compare(byId(served.persons, personName), byId(known.persons, personName)),
    ...compare(byId(served.groups, groupName), byId(known.groups, groupName)),
    ...compare(new Map([...served.events].map(([id, event]) => [`event ${id}`, event])), new Map(events)),
  ];
}

/** Compares what is told: the reference may know more about each, but not of more. */
function compare(told: ReadonlyMap<string, object>, known: ReadonlyMap<string, object>): string[] {
  const unknown = [...told.keys()].filter((id) => !known.has(id)).map((id) => `${id} is served and should not be`);
  const wrong = [...known].flatMap(([id, facts]) => {
    const served = told.get(id);
    if (served === undefined) return [`${id} is missing`];
    const expected = new Map(Object.entries(facts));
    return Object.entries(served)
      .filter(([key, value]) => canonical(value) !== canonical(expected.get(key)))
      .map(([key, value]) => `${id} ${key} is ${canonical(value)} and should be ${canonical(expected.get(key))}`);
  });
  return [...unknown, ...wrong];
}

function byId<T extends object>(all: readonly T[], name: (one: T) => string): Map<string, T> {
  return new Map(all.map((one) => [name(one), one]));
}

function personName({ personId }: { personId: string }): string {
  return personId;
}

function groupName({ groupId }: { groupId: string }): string {
  return `group:${groupId}`;
}
