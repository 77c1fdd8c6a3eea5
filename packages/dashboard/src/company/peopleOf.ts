import type { Member, TimelineEvent } from '@spectacle/server/answers';
import { traitLine } from '../display/traitText.ts';
import { nameOfId, personName } from '../people/personName.ts';
import { laneColour } from '../swimlane/lane.ts';

/** Somebody of a company, with the colour that they have on the whole page. */
export interface CompanyPerson {
  personId: string;
  name: string;
  role: string | null;
  colour: string;
  /** Null: not a member, but with events that count for the company. */
  member: Member | null;
}

/** Everybody on a company's page, those who came first first. */
export function peopleOf(members: Member[], events: TimelineEvent[]): CompanyPerson[] {
  // Somebody who left and came back has two periods: the current one, or else the last, speaks for the person.
  const byId = new Map<string, Member | null>();
  for (const member of members.toSorted((a, b) => rank(a) - rank(b))) byId.set(member.personId, member);
  const firstSeen = new Map<string, number>();
  for (const event of events) {
    firstSeen.set(event.personId, Date.parse(event.timestamp));
    if (!byId.has(event.personId)) byId.set(event.personId, null);
  }
  const began = (personId: string, member: Member | null) =>
    firstSeen.get(personId) ?? Date.parse(member?.firstSeen ?? member?.since ?? '9999-12-31');
  return [...byId]
    .sort(([a, memberA], [b, memberB]) => began(a, memberA) - began(b, memberB) || (a < b ? -1 : 1))
    .map(([personId, member], index) => ({
      personId,
      name: member ? personName(member) : nameOfId(personId),
      role: member ? traitLine(member.traits, 'title', 'jobTitle', 'role', 'position') : null,
      colour: laneColour(index),
      member,
    }));
}

function rank(member: Member): number {
  return member.until === null ? Number.POSITIVE_INFINITY : Date.parse(member.until);
}
