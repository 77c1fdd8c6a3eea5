import { type AcceptedEvent, compareText, type Json, type Moment } from './acceptedEvent.ts';
import { identify } from './identity.ts';
import { groupOfEach, type Membership, type MembershipMode, membershipsOf } from './membership.ts';
import { type CompareContent, onePerMessage } from './onePerMessage.ts';
import { countedRevenue } from './revenue.ts';
import { groupTraits, personTraits } from './traits.ts';
import { visitStarts } from './visits.ts';

export interface Settings {
  readonly membership: MembershipMode;
  /** The workspace's own registrable domains; none by default. */
  readonly domains?: readonly string[];
  readonly compareContent?: CompareContent;
}

/** What a set of events adds up to, for a person or a group alike. */
export interface Story {
  readonly events: number;
  readonly visits: number;
  /** In the smallest unit of the currency. */
  readonly revenue: number;
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  /** The messageId of the page event that began the first visit. */
  readonly firstTouch: string | null;
  /** messageIds, newest first. */
  readonly timeline: readonly string[];
}

export interface Person extends Story {
  readonly personId: string;
  readonly userId: string | null;
  readonly emails: readonly string[];
  readonly anonymousIds: readonly string[];
  readonly traits: Json;
  /** Oldest first. */
  readonly memberships: readonly Membership[];
  readonly groupId: string | null;
}

export interface Member {
  readonly personId: string;
  readonly since: number;
  readonly until: number | null;
}

export interface Group extends Story {
  readonly groupId: string;
  readonly traits: Json;
  /** Whose current group it is, by personId. */
  readonly members: readonly Member[];
  /** Who was a member and now is in another group, with the last period in this one. */
  readonly former: readonly Member[];
}

export interface World<Event extends Moment = Moment> {
  /** One per messageId, in order. */
  readonly events: readonly Event[];
  /** messageIds of the page events that begin a visit. */
  readonly visits: ReadonlySet<string>;
  readonly persons: readonly Person[];
  readonly groups: readonly Group[];
}

/**
 * What Spectacle answers about a set of accepted events: sections 3 to 7 of the specification in plain loops over an
 * array, to compare the real system with. It knows nothing of SQL, and it is slow on purpose where that is simpler.
 *
 * @example answer(accepted, { membership: 'current' }).groups.find(({ groupId }) => groupId === 'acme')?.members
 */
export function answer(accepted: readonly AcceptedEvent[], settings: Settings): World<AcceptedEvent> {
  const events = onePerMessage(accepted, settings.compareContent);
  const identity = identify(events);
  const visits = visitStarts(events, settings.domains ?? []);
  const revenue = countedRevenue(events);
  const tell = (own: readonly AcceptedEvent[]): Story => story(own, visits, revenue);

  const byPerson = groupBy(events, identity.personOf);
  const groupOf = new Map<string, string>();
  const persons = sorted(byPerson.keys()).map((personId): Person => {
    const own = byPerson.get(personId) ?? [];
    for (const [messageId, groupId] of groupOfEach(own, settings.membership)) groupOf.set(messageId, groupId);
    const memberships = membershipsOf(own);
    return {
      personId,
      userId: personId.startsWith('user:') ? personId.slice('user:'.length) : null,
      emails: identity.emailsOf(personId),
      anonymousIds: identity.anonymousIdsOf(personId),
      traits: personTraits(own),
      memberships,
      groupId: memberships.at(-1)?.groupId ?? null,
      ...tell(own),
    };
  });

  const named = events.flatMap(({ groupId, contextGroupId }) => [groupId, contextGroupId]);
  const groups = sorted(new Set(named.filter((groupId) => groupId !== undefined))).map((groupId): Group => {
    const periods = persons.flatMap(({ personId, memberships }) => {
      const last = memberships.findLast((membership) => membership.groupId === groupId);
      return last === undefined ? [] : [{ personId, since: last.since, until: last.until }];
    });
    return {
      groupId,
      traits: groupTraits(events, groupId),
      members: periods.filter(({ until }) => until === null),
      former: periods.filter(({ until }) => until !== null),
      ...tell(events.filter(({ messageId }) => groupOf.get(messageId) === groupId)),
    };
  });
  return { events, visits, persons, groups };
}

function story(
  events: readonly AcceptedEvent[],
  visits: ReadonlySet<string>,
  revenue: ReadonlyMap<string, number>,
): Story {
  const began = events.filter(({ messageId }) => visits.has(messageId));
  return {
    events: events.length,
    visits: began.length,
    revenue: events.reduce((sum, { messageId }) => sum + (revenue.get(messageId) ?? 0), 0),
    firstSeen: events[0]?.timestamp ?? null,
    lastSeen: events.at(-1)?.timestamp ?? null,
    firstTouch: began[0]?.messageId ?? null,
    timeline: events.map(({ messageId }) => messageId).reverse(),
  };
}

function groupBy(
  events: readonly AcceptedEvent[],
  key: (event: AcceptedEvent) => string,
): Map<string, AcceptedEvent[]> {
  const groups = new Map<string, AcceptedEvent[]>();
  for (const event of events) {
    const own = groups.get(key(event));
    if (own === undefined) groups.set(key(event), [event]);
    else own.push(event);
  }
  return groups;
}

function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort(compareText);
}
