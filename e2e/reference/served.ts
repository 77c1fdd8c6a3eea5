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
import { compareText } from './acceptedEvent.ts';
import type { Member, Story } from './reference.ts';
import type { Get } from './replays.ts';
import type { Told, ToldGroup, ToldPerson } from './told.ts';

/** What the API answers about a workspace. */
export interface Served extends Told {
  /** The bodies of all answers by path, to be compared byte for byte. */
  readonly answers: ReadonlyMap<string, string>;
  /** Where two answers tell one thing differently. */
  readonly contradictions: readonly string[];
}

/**
 * Reads the lists of people and groups, and everything about those that `deep` chooses by their id (`user:ann`,
 * `group:acme`); of those that `moved` does not choose, without periods and former members.
 */
export async function readServed(
  get: Get,
  deep: (id: string) => boolean,
  moved: (id: string) => boolean = () => true,
): Promise<Served> {
  const answers = new Map<string, string>();
  const contradictions: string[] = [];
  const read = async <T>(path: string): Promise<T> => {
    const body = await get(path);
    answers.set(path, body);
    return JSON.parse(body) as T;
  };
  const compare = (what: string, a: unknown, b: unknown) => {
    if (JSON.stringify(a) !== JSON.stringify(b))
      contradictions.push(`${what}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
  };

  const timelines = new Map<string, TimelineEvent>();
  const readTimeline = async (path: string) => {
    const { events } = await read<Timeline>(`${path}/timeline?limit=1000`);
    for (const event of events) {
      const known = timelines.get(event.messageId);
      if (known) compare(`event ${event.messageId} on two timelines`, known, event);
      timelines.set(event.messageId, event);
    }
    return events;
  };

  const readPerson = async (person: Person): Promise<ToldPerson> => {
    const { personId, userId, emails, anonymousIds, traits, groupId } = person;
    const told = { personId, userId, emails, anonymousIds, traits, groupId, ...sums(person) };
    if (!deep(personId)) return told;
    const path = `people/${encodeURIComponent(personId)}`;
    const events = await readTimeline(path);
    for (const event of events) compare(`person of event ${event.messageId}`, event.personId, personId);
    const timed = { ...told, ...story(person.firstTouch, events) };
    if (!moved(personId)) return timed;
    const { memberships } = groupId === null ? { memberships: [] } : await read<MembershipList>(`${path}/memberships`);
    return { ...timed, memberships: memberships.map(periodOf) };
  };

  const readGroup = async (group: GroupSummary): Promise<ToldGroup> => {
    const { groupId, traits } = group;
    const told = { groupId, traits, ...sums(group) };
    if (!deep(`group:${groupId}`)) return told;
    const path = `groups/${encodeURIComponent(groupId)}`;
    const [events, { members }] = await Promise.all([
      readTimeline(path),
      read<MemberList>(`${path}/members?limit=1000`),
    ]);
    const timed = { ...told, ...story(group.firstTouch, events), members: membersOf(members) };
    if (!moved(`group:${groupId}`)) return timed;
    const [{ members: former }, alone] = await Promise.all([
      read<MemberList>(`${path}/members?limit=1000&former=true`),
      read<GroupSummary>(path),
    ]);
    compare(`group ${groupId} in the list and alone`, group, alone);
    return { ...timed, former: membersOf(former) };
  };

  const [{ people }, { groups }] = await Promise.all([
    read<PersonList>('people?limit=1000'),
    read<GroupList>('groups?limit=1000'),
  ]);
  return {
    answers,
    contradictions,
    persons: await Promise.all(people.map(readPerson)),
    groups: await Promise.all(groups.map(readGroup)),
    events: new Map(
      [...timelines].map(([id, { timestamp, visit }]) => [
        id,
        { timestamp: Date.parse(timestamp), visit: visit !== null },
      ]),
    ),
  };
}

function sums({
  events,
  visits,
  revenue,
  firstSeen,
  lastSeen,
}: Person | GroupSummary): Omit<Story, 'firstTouch' | 'timeline'> {
  return { events, visits, revenue, firstSeen: timeOrNull(firstSeen), lastSeen: timeOrNull(lastSeen) };
}

/** The first touch is told without its event: here it is the first visit of the timeline, if that is told alike. */
function story(touch: Touch | null, events: readonly TimelineEvent[]): Pick<Story, 'firstTouch' | 'timeline'> {
  const first = events.findLast(({ visit }) => visit !== null);
  const same = (['channel', 'source', 'medium', 'campaign'] as const).every(
    (key) => first?.visit?.[key] === touch?.[key],
  );
  const firstTouch = same
    ? (first?.messageId ?? null)
    : `${JSON.stringify(touch)} and not ${JSON.stringify(first?.visit)}`;
  return { firstTouch, timeline: events.map(({ messageId }) => messageId) };
}

function membersOf(members: MemberList['members']): Member[] {
  return members
    .map(({ personId, since, until }) => ({ personId, since: Date.parse(since), until: timeOrNull(until) }))
    .sort((a, b) => compareText(a.personId, b.personId));
}

function periodOf({ groupId, since, until, messageId }: MembershipList['memberships'][number]) {
  return { groupId, since: Date.parse(since), until: timeOrNull(until), messageId };
}

function timeOrNull(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}
