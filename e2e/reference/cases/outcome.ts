import type { Json } from '../acceptedEvent.ts';
import type { MembershipMode } from '../membership.ts';
import type { Told } from '../told.ts';
import { type Company, type KnownCase, timeOf } from './knownCase.ts';

/** What a known case speaks of, either as expected or as answered; made to be compared as a whole. */
export interface Outcome {
  readonly personOf: Record<string, string>;
  readonly companyOf: Record<string, string | null>;
  readonly times: Record<string, number>;
  readonly members?: Record<string, readonly string[]>;
  readonly former?: Record<string, readonly string[]>;
  readonly memberships?: Record<string, readonly (readonly [string, number, number | null])[]>;
  readonly emails?: Record<string, readonly string[]>;
  readonly devices?: Record<string, readonly string[]>;
  readonly companyTraits?: Record<string, Json>;
  readonly personTraits?: Record<string, Json>;
  readonly visits?: readonly string[];
  readonly revenue?: Record<string, number>;
}

export function expectedOutcome(known: KnownCase, mode: MembershipMode): Outcome {
  const { calls, times = {}, memberships, revenue, visits, ...same } = known;
  const { title: _, rule: __, ...stated } = same;
  return {
    personOf: Object.fromEntries(calls.map(([{ wire }, person]) => [wire.messageId, person])),
    companyOf: Object.fromEntries(calls.map(([{ wire }, , company]) => [wire.messageId, inMode(company, mode)])),
    times: Object.fromEntries(
      calls.map(([{ wire, at }]) => [wire.messageId, timeOf(times[wire.messageId] ?? at ?? '')]),
    ),
    ...stated,
    ...(memberships && {
      memberships: mapValues(memberships, (periods) =>
        periods.map(
          ([groupId, since, until]) => [groupId, timeOf(since), until === null ? null : timeOf(until)] as const,
        ),
      ),
    }),
    ...(visits && { visits: [...visits].sort() }),
    ...(revenue && {
      revenue: mapValues(revenue, (cents) => (typeof cents === 'number' ? cents : cents[mode === 'current' ? 0 : 1])),
    }),
  };
}

/** What is told about everything of which the case speaks. */
export function outcomeIn({ persons: people, groups: companies, events }: Told, known: KnownCase): Outcome {
  const persons = new Map(people.map((person) => [person.personId, person]));
  const groups = new Map(companies.map((group) => [group.groupId, group]));
  const ids = <T>(table: Readonly<Record<string, unknown>>, value: (id: string) => T): Record<string, T> =>
    Object.fromEntries(Object.keys(table).map((id) => [id, value(id)]));
  const { members, former, memberships, emails, devices, companyTraits, personTraits, revenue } = known;
  return {
    personOf: Object.fromEntries(people.flatMap((one) => (one.timeline ?? []).map((id) => [id, one.personId]))),
    companyOf: {
      ...Object.fromEntries([...events.keys()].map((id) => [id, null])),
      ...Object.fromEntries(companies.flatMap((one) => (one.timeline ?? []).map((id) => [id, one.groupId]))),
    },
    times: Object.fromEntries([...events].map(([id, { timestamp }]) => [id, timestamp])),
    ...((members ?? groups.size > 0) && {
      members: mapValues(Object.fromEntries(groups), (one) => (one.members ?? []).map((m) => m.personId)),
    }),
    ...(former && { former: ids(former, (id) => (groups.get(id)?.former ?? []).map((m) => m.personId)) }),
    ...(memberships && {
      memberships: ids(memberships, (id) =>
        (persons.get(id)?.memberships ?? []).map(({ groupId, since, until }) => [groupId, since, until] as const),
      ),
    }),
    ...(emails && { emails: ids(emails, (id) => persons.get(id)?.emails ?? []) }),
    ...(devices && { devices: ids(devices, (id) => persons.get(id)?.anonymousIds ?? []) }),
    ...(companyTraits && { companyTraits: ids(companyTraits, (id) => groups.get(id)?.traits ?? {}) }),
    ...(personTraits && { personTraits: ids(personTraits, (id) => persons.get(id)?.traits ?? {}) }),
    ...(known.visits && { visits: [...events.keys()].filter((id) => events.get(id)?.visit).sort() }),
    ...(revenue && { revenue: ids(revenue, (id) => (persons.get(id) ?? groups.get(id))?.revenue ?? 0) }),
  };
}

function inMode(company: Company, mode: MembershipMode): string | null {
  if (company === null || typeof company === 'string') return company;
  return company[mode === 'current' ? 0 : 1];
}

function mapValues<V, W>(table: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
}
