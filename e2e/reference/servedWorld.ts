import type {
  GroupList,
  GroupSummary,
  MemberList,
  MembershipList,
  Person,
  PersonList,
  Timeline,
  TimelineEvent,
  Touch,
} from '@spectacle/server/answers';
import { compareText, inOrder } from './acceptedEvent.ts';
import type { Group, Person as KnownPerson, Member, Story, World } from './reference.ts';

/** What the API answers about a workspace, once as it came and once in the words of the reference. */
export interface Served {
  /** The bodies of all answers by path, to be compared byte for byte. */
  readonly answers: ReadonlyMap<string, string>;
  readonly world: World;
}

/**
 * Reads everything that the API tells about people and groups.
 *
 * @param get answers a path below `/api/workspaces/{ws}/` with the body of a 200, and throws otherwise
 */
export async function readServedWorld(get: (path: string) => Promise<string>): Promise<Served> {
  const answers = new Map<string, string>();
  const read = async <T>(path: string): Promise<T> => {
    const body = await get(path);
    answers.set(path, body);
    return JSON.parse(body) as T;
  };
  const one = (id: string) => encodeURIComponent(id);

  const [{ people }, { groups }] = await Promise.all([
    read<PersonList>('people?limit=500'),
    read<GroupList>('groups?limit=500'),
  ]);
  const persons = await Promise.all(
    people.map(async (person) => {
      const [{ memberships }, { events }] = await Promise.all([
        read<MembershipList>(`people/${one(person.personId)}/memberships`),
        read<Timeline>(`people/${one(person.personId)}/timeline?limit=500`),
      ]);
      return { person, memberships, events };
    }),
  );
  const companies = await Promise.all(
    groups.map(async (listed) => {
      const path = `groups/${one(listed.groupId)}`;
      const [group, { members }, former, { events }] = await Promise.all([
        read<GroupSummary>(path),
        read<MemberList>(`${path}/members?limit=500`),
        read<MemberList>(`${path}/members?limit=500&former=true`),
        read<Timeline>(`${path}/timeline?limit=500`),
      ]);
      if (JSON.stringify(group) !== JSON.stringify(listed)) {
        throw new Error(
          `The list of groups and the group ${listed.groupId} differ:\n${JSON.stringify(listed)}\n${JSON.stringify(group)}`,
        );
      }
      return { group, members, former: former.members, events };
    }),
  );

  const events = new Map(persons.flatMap((one) => one.events.map((event) => [event.messageId, event] as const)));
  const world: World = {
    events: [...events.values()]
      .map(({ messageId, timestamp }) => ({ messageId, timestamp: Date.parse(timestamp) }))
      .sort(inOrder),
    visits: new Set([...events.values()].filter(({ visit }) => visit !== null).map(({ messageId }) => messageId)),
    persons: persons
      .map(
        ({ person, memberships, events }): KnownPerson => ({
          personId: person.personId,
          userId: person.userId,
          emails: person.emails,
          anonymousIds: person.anonymousIds,
          traits: person.traits,
          memberships: memberships.map(({ groupId, since, until, messageId }) => ({
            groupId,
            since: Date.parse(since),
            until: timeOrNull(until),
            messageId,
          })),
          groupId: person.groupId,
          ...story(person, events),
        }),
      )
      .sort((a, b) => compareText(a.personId, b.personId)),
    groups: companies
      .map(
        ({ group, members, former, events }): Group => ({
          groupId: group.groupId,
          traits: group.traits,
          members: members.map(memberOf).sort(byPerson),
          former: former.map(memberOf).sort(byPerson),
          ...story(group, events),
        }),
      )
      .sort((a, b) => compareText(a.groupId, b.groupId)),
  };
  return { answers, world };
}

function story(told: Person | GroupSummary, events: readonly TimelineEvent[]): Story {
  return {
    events: told.events,
    visits: told.visits,
    revenue: told.revenue,
    firstSeen: timeOrNull(told.firstSeen),
    lastSeen: timeOrNull(told.lastSeen),
    firstTouch: firstTouch(told.firstTouch, events),
    timeline: events.map(({ messageId }) => messageId),
  };
}

/** The messageId of the first visit on the timeline, if that is the touch that the person or group claims for its first. */
function firstTouch(touch: Touch | null, events: readonly TimelineEvent[]): string | null {
  const first = events.findLast(({ visit }) => visit !== null);
  const same = (['channel', 'source', 'medium', 'campaign'] as const).every(
    (key) => first?.visit?.[key] === touch?.[key],
  );
  return same
    ? (first?.messageId ?? null)
    : `${JSON.stringify(touch)}, but the timeline begins with ${JSON.stringify(first?.visit)}`;
}

function memberOf({ personId, since, until }: MemberList['members'][number]): Member {
  return { personId, since: Date.parse(since), until: timeOrNull(until) };
}

function byPerson(a: Member, b: Member): number {
  return compareText(a.personId, b.personId);
}

function timeOrNull(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}
